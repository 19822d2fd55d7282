import type { Standards } from './load-standards.ts'
import { namedStandards } from './named-standards.ts'
import { contentWords } from './words.ts'

/** Unit numbers such as SCDHSC0024: letters, then figures. In small letters only those that can be no word. */
const UNIT = /\b(?:[A-Z]{3,}[A-Z0-9]*\d{1,4}|(?!covid)[a-z]{5,9}\d{2,4})\b/g
const NAMED = /\b(?:the|a|my|our)\s+((?:[a-z&-]+\s+){1,5})(?:standards?|NOS)\b/gi
/** "youth work NOS" and nothing else */
const ALONE = /^((?:[a-z&-]+\s+){1,3})(?:standards?|NOS)\W*$/gi
/** "NOS for youth work" */
const NOS_FOR = /\b(?:NOS|national occupational standards?)\s+(?:for|on)\s+((?:[a-z&-]+\s*){1,5})(?=$|[.,;?!])/gi
const GENERIC = new Set(
  'same three two whole current new newest old oldest latest first second third other others right relevant national occupational loaded legacy legal minimum high professional good better best their given next last previous official updated original actual key main quality ethical moral basic common required agreed own above following british english welsh scottish irish uk community'.split(
    ' ',
  ),
)

/** "The main areas all these standards fall into" names no standard: the words before "these" are about something else. */
const POINTS_AT_OURS = /\b(these|this|those|all|each|community development)\b/i
/** "A bully, what does the standard say" has the start of a question before the word, and no name. */
const ASKS = /\b(what|which|where|how|does|do|is|are|says?)\b/i

/** Words of our own standards' names: "the partnership and networks standards" means ours. */
const OURS = /^(partnerships?|collaborati(ve|on)|networks?|safety|inclusion|networking)$/

/** The name of another standard that the question asks about; null when there is none, or it is one that is loaded. */
export function findOtherStandard(standards: Standards, text: string): string | null {
  const ours = new Set(standards.list.map((s) => s.id))
  for (const [unit] of text.matchAll(UNIT)) {
    const id = unit.toUpperCase()
    if (!ours.has(id) && !/^(?:PC|KU)\d/.test(id)) return id
  }
  const area = text.match(/\b(?:criteria|clauses|list|standards?)\b.*\bkey area (one|two|three|five|six|[12356])\b/i)
  if (area) return `Key Area ${area[1]}`
  for (const [, name = ''] of [NAMED, NOS_FOR, ALONE].flatMap((named) => [...text.matchAll(named)])) {
    if (POINTS_AT_OURS.test(name) || ASKS.test(name)) continue
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
