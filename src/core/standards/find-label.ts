import type { Standards } from './load-standards.ts'
import type { Clause, Standard } from './standard.ts'

type List = 'PC' | 'P' | 'KU' | 'K'
const LABEL = /\b(PC|KU|P|K)\s?\.?\s?(\d{1,3}(?:\.\d{1,2})?)\b/gi
const IN_WORDS =
  /\b(performance criteri(?:on|a)|criteri(?:on|a)|knowledge(?: and understanding)?(?: statement| point| clause)?)\s+(?:number\s+|no\.?\s+)?(\d{1,3}(?:\.\d{1,2})?)\b/gi

export interface FoundLabels {
  clauses: Clause[]
  /** "K runs to K55 in SC-NETWORKS." for each label that no clause has. */
  missing: string[]
  /** One label fits several standards. */
  ambiguous: boolean
}

/** The standards a question names, by id or by one of their other names. */
export function namedStandards(standards: Standards, text: string): Standard[] {
  const plain = ` ${text.toLowerCase().replace(/[^a-z0-9&-]+/g, ' ')} `
  return standards.list.filter((s) => s.aliases.some((alias) => plain.includes(` ${alias} `)))
}

/** Clauses asked for by label, "K31" or "PC 15.2 of SFJBA13"; null when the question has no label. */
export function findLabels(standards: Standards, text: string): FoundLabels | null {
  const asked = [...text.matchAll(LABEL), ...text.matchAll(IN_WORDS)].map(([, list = '', number = '']) => ({
    list: listOf(list),
    // In words, "criterion 7" may be any standard's; a short label is first taken as it is printed.
    loose: list.length > 2,
    number: number.replace(/^0+(?=\d)/, ''),
  }))
  if (!asked.length) return null
  const named = namedStandards(standards, text)
  const among = named.length ? named : standards.list
  const found: FoundLabels = { clauses: [], missing: [], ambiguous: false }
  for (const { list, loose, number } of asked) {
    const section = list.startsWith('P') ? 'performance' : 'knowledge'
    const numbered = among.map((s) => ({ standard: s, clauses: s.clauses.filter((c) => c.section === section) }))
    const printed = numbered.filter(
      ({ clauses }) => clauses[0]?.short.startsWith(list) && /^\W?\d/.test(clauses[0].short.slice(list.length)),
    )
    // "SFJBA13 K22": people write K for KU; with the standard named there is no doubt which clause is meant.
    const fits = loose || (named.length && !printed.length) ? numbered : printed
    const hits = fits.flatMap(({ clauses }) => clauses.filter((c) => c.number === number))
    if (hits.length) {
      found.clauses.push(...hits.filter((h) => !found.clauses.includes(h)))
      found.ambiguous ||= hits.length > 1
    } else found.missing.push(...fits.map(({ standard, clauses }) => runsTo(standard, list, clauses)))
  }
  found.missing = [...new Set(found.missing)]
  return found
}

function listOf(word: string): List {
  const w = word.toUpperCase()
  if (w === 'PC' || w === 'P' || w === 'KU' || w === 'K') return w
  return w.startsWith('K') ? 'KU' : 'PC'
}

function runsTo(standard: Standard, list: string, clauses: Clause[]): string {
  const last = clauses.filter((c) => c.number && !c.number.includes('.')).at(-1)
  return last
    ? `In ${standard.id}, ${last.short.replace(/\s?\d.*$/, '')} runs to ${last.short}.`
    : `${standard.id} has no ${list}.`
}
