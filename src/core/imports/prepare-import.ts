import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Written } from '../content/new-chapter.ts'
import { ContentError, readYaml } from '../content/read-yaml.ts'
import {
  glosses,
  questionsByClause,
  type StandardDefinition,
  standardDefinition,
} from '../standards/standard-definition.ts'
import { clausesOf, compareStandards, findMentions } from './compare.ts'
import { importStandard, NO_REPAIRS } from './import-standard.ts'
import { keepHead } from './keep-head.ts'
import type { Line } from './line.ts'
import { repairsFile } from './repairs-file.ts'
import { type Before, writeReport } from './write-report.ts'
import { writeStandard, writeToFillIn } from './write-standard.ts'

export interface Asked {
  file: string
  /** Edits and names that a person wrote. */
  repairs?: string | undefined
  /** Where the YAML goes; nothing is written without it. */
  out?: string | undefined
  replace?: boolean | undefined
  acceptDoubts?: boolean | undefined
  /** The folder of all content, where the standards and what names their clauses are. */
  content: string
}

export interface Prepared {
  report: string
  lines: Line[]
  /** The files to be written, whole; none where something stands against it. */
  files: Written[]
  /** Why nothing is to be written, and what to do. */
  refused: string | null
}

/** Reads a standard and says what would be written, with a report; writes nothing itself. */
export async function prepareImport({ file, repairs, out, replace, acceptDoubts, content }: Asked): Promise<Prepared> {
  if (repairs && !existsSync(repairs))
    throw new ContentError(`${repairs} is not there. It would hold your edits and names.`)
  const given = repairs ? readYaml(repairs, repairsFile).data : NO_REPAIRS
  const imported = await importStandard(file, { repairs: given, repairsName: repairs })
  const place = out ?? join(content, 'standards', `${imported.definition.id.toLowerCase()}.yaml`)
  const there = existsSync(place) ? readYaml(place, standardDefinition).data : null
  if (there && there.id === imported.definition.id) imported.definition = keepHead(imported.definition, there, given)
  const { definition, log, source } = imported
  const report = writeReport(imported, file, there ? compared(there, definition, place, content) : undefined)
  const against = log.doubts.filter((d) => d.weight === 'mend' || (d.weight === 'stop' && !acceptDoubts))
  const refused = against.length
    ? `${against.length === 1 ? 'One doubt stands' : `${against.length} doubts stand`} against writing this:\n${against
        .map(
          (d) =>
            `  ${d.line ? `line ${d.line}: ` : ''}${d.kind}: ${d.words ? `“${d.words.slice(0, 100)}”: ` : ''}${d.why}.`,
        )
        .join(
          '\n',
        )}\nMend them with --repairs FILE.yaml${against.every((d) => d.weight === 'stop') ? ', or say with --accept-doubts that the document is like this' : ''}. --lines shows every line with its number.`
    : out && there && !replace
      ? `${out} is there already. The report says what would change; --replace writes over it.`
      : null
  return { report, lines: source.lines, refused, files: refused || !out ? [] : filesFor(definition, out) }
}

function compared(there: StandardDefinition, now: StandardDefinition, file: string, content: string): Before {
  const changes = compareStandards(there, now)
  const touched = [...changes.removed, ...changes.reworded.map((r) => r.before)].map((c) => `${there.id}:${c.id}`)
  return { file, changes, mentions: findMentions(content, new Set(touched)) }
}

/** The standard, and empty places for what its clauses still want, where glosses and questions stand beside it. */
function filesFor(definition: StandardDefinition, out: string): Written[] {
  const files = [{ path: out, text: writeStandard(definition) }]
  const glossFile = join(dirname(out), 'glosses.yaml')
  if (!existsSync(glossFile)) return files
  const questionFile = join(dirname(out), 'questions', `${definition.id.toLowerCase()}.yaml`)
  const uids = clausesOf(definition).map((c) => `${definition.id}:${c.id}`)
  const without = (known: Record<string, unknown>) => uids.filter((uid) => !(uid in known))
  const glossed = readYaml(glossFile, glosses).data
  const asked = existsSync(questionFile) ? readYaml(questionFile, questionsByClause).data : {}
  const read = (path: string) => (existsSync(path) ? `${readFileSync(path, 'utf8').trimEnd()}\n` : '')
  const add = (path: string, more: string) => {
    if (more) files.push({ path, text: read(path) + more })
  }
  add(glossFile, writeToFillIn(definition, without(glossed)).glosses)
  add(questionFile, writeToFillIn(definition, without(asked)).questions)
  return files
}
