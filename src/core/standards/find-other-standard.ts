import { namedStandards } from './find-label.ts'
import type { Standards } from './load-standards.ts'
import { contentWords } from './words.ts'

/** Unit numbers such as SCDHSC0024: letters, then figures. */
const UNIT = /\b[A-Z]{3,}[A-Z0-9]*\d{1,4}\b/g
const NAMED = /\b(?:the|a|my|our)\s+((?:[a-z&-]+\s+){1,5})(?:standards?|NOS)\b/gi
const GENERIC = new Set(
  'same three two whole current new old first second third other right relevant national occupational loaded legacy legal minimum high professional good their given'.split(
    ' ',
  ),
)

/** "The main areas all these standards fall into" names no standard: the words before "these" are about something else. */
const POINTS_AT_OURS = /\b(these|this|those|all|each)\b/i

/** Words of our own standards' names: "the partnership and networks standards" means ours. */
const OURS = /^(partnerships?|collaborati(ve|on)|networks?|safety|inclusion|networking)$/

/** The name of another standard that the question asks about; null when there is none, or it is one that is loaded. */
export function findOtherStandard(standards: Standards, text: string): string | null {
  const ours = new Set(standards.list.map((s) => s.id))
  for (const [unit] of text.matchAll(UNIT)) if (!ours.has(unit) && !/^(PC|KU)\d/.test(unit)) return unit
  const area = text.match(/\b(?:criteria|clauses|list|standards?)\b.*\bkey area (one|two|three|five|six|[12356])\b/i)
  if (area) return `Key Area ${area[1]}`
  for (const [, name = ''] of text.matchAll(NAMED)) {
    if (POINTS_AT_OURS.test(name)) continue
    const words = contentWords(name).filter((w) => !GENERIC.has(w))
    if (
      words.length &&
      !namedStandards(standards, `${words.join(' ')} standard`).length &&
      !words.some((w) => OURS.test(w))
    )
      return `the ${words.join(' ')} standard`
  }
  return null
}
