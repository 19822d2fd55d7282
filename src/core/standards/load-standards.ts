import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ContentError, readYaml } from '../content/read-yaml.ts'
import { learnScope } from './learn-scope.ts'
import { learnMeaning, type Meaning } from './meaning.ts'
import { type Bank, readBank, unanswerable } from './read-bank.ts'
import { buildIndex, type SearchIndex } from './search-index.ts'
import { type Clause, type Standard, toStandard } from './standard.ts'
import {
  glosses,
  type Lexicon,
  lexicon,
  type OutOfScope,
  outOfScope,
  type StandardDefinition,
  standardDefinition,
} from './standard-definition.ts'
import { readVectors, type Vectors } from './vectors.ts'

/** The standards that are loaded, and everything needed to answer questions about them. */
export interface Standards {
  list: Standard[]
  standard(id: string): Standard | undefined
  clause(uid: string): Clause | undefined
  outOfScope: OutOfScope
  lexicon: Lexicon
  bank: Bank
  index: SearchIndex
  /** Whether a question sounds like those that the clauses answer: above zero if so. */
  scope: (question: string) => number
  vectors: Vectors
  /** How near a question comes to the clauses in meaning; null where there is no encoder. */
  meaning: (question: string) => Meaning | null
}

/** What `npm run vectors` keeps of the texts beside it. */
export const VECTORS = 'vectors.bin'

const BESIDE = ['glosses.yaml', 'lexicon.yaml', 'out-of-scope.yaml']

/** Reads every standard in a folder, with the glosses and words beside them. A mistake names its file and line. */
export function loadStandards(folder: string): Standards {
  const files = readdirSync(folder)
    .filter((f) => f.endsWith('.yaml') && !BESIDE.includes(f))
    .sort()
  const definitions = files.map((f) => checkedDefinition(join(folder, f)))
  const glossFile = join(folder, 'glosses.yaml')
  const gloss = readYaml(glossFile, glosses)
  const list = definitions.map((d) => toStandard(d, gloss.data))
  const clauses = new Map(list.flatMap((s) => s.clauses).map((c) => [c.uid, c]))
  for (const uid of Object.keys(gloss.data))
    if (!clauses.has(uid))
      throw new ContentError(`${glossFile}:${gloss.lineOf([uid])}: no standard has a clause ${uid}.`)
  for (const clause of clauses.values())
    if (!clause.gloss) throw new ContentError(`${glossFile}:1: a gloss for ${clause.uid} is expected. Found: nothing.`)
  const standards = new Map(list.map((s) => [s.id, s]))
  const read = {
    list,
    standard: (id: string) => standards.get(id),
    clause: (uid: string) => clauses.get(uid),
    outOfScope: readYaml(join(folder, 'out-of-scope.yaml'), outOfScope).data,
    lexicon: readYaml(join(folder, 'lexicon.yaml'), lexicon).data,
    vectors: readVectors(join(folder, VECTORS)),
  }
  return learnFrom(read, readBank(join(folder, 'questions'), list))
}

/** The same standards, with all that is learnt from questions learnt from these. */
export function learnFrom(standards: Omit<Standards, 'bank' | 'index' | 'scope' | 'meaning'>, bank: Bank): Standards {
  const inside = bank.inside.map((b) => b.question)
  return {
    ...standards,
    bank,
    index: buildIndex(standards.list, standards.lexicon, bank),
    scope: learnScope(inside, unanswerable(bank)),
    meaning: learnMeaning(standards.list, bank, standards.vectors),
  }
}

/** Reads one standard; its ids must be used once and point at clauses that exist. */
function checkedDefinition(file: string): StandardDefinition {
  const { data, lineOf } = readYaml(file, standardDefinition)
  const seen = new Set<string>()
  const mistake = (path: PropertyKey[], text: string) => new ContentError(`${file}:${lineOf(path)}: ${text}`)
  data.sections.forEach((section, s) => {
    section.groups.forEach((group, g) => {
      group.clauses.forEach((clause, c) => {
        const path = ['sections', s, 'groups', g, 'clauses', c]
        if (seen.has(clause.id)) throw mistake(path, `the id ${clause.id} is used twice.`)
        if (clause.parent && !seen.has(clause.parent))
          throw mistake([...path, 'parent'], `the parent ${clause.parent} should stand before its clause.`)
        seen.add(clause.id)
      })
    })
  })
  for (const [fact, ids] of Object.entries(data.facts))
    for (const id of ids) if (!seen.has(id)) throw mistake(['facts', fact], `there is no clause ${id}.`)
  return data
}
