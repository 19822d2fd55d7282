import { plainEnglish } from '../plain-english.ts'
import { HARM_PATTERNS } from './harm-patterns.ts'
import { hasHarmSigns } from './harm-signs.ts'

/** Questions about what the standards say, however dark their subject. */
const ABOUT_THE_STANDARDS =
  /\b(which|what|where) (clauses?|standards?|criterion|criteria|part|section)\b|\b(do|does) (the|my|our|this|these|that) ([a-z]+ ){0,3}(standards?|clauses?|NOS|text)\b|\bwhat (do|does) (sfjba13|cd-collab|sc-networks|k ?\d+|pc ?\d+|ku ?\d+|p ?\d+)\b|\bclauses? (on|about|for|cover)/i
/** Something that happened to the writer, even where they also ask about a clause. */
const IT_HAPPENED =
  /\b(last|to)night\b|\byesterday\b|\btoday\b|\b(hit|hits|hurt|hurts|beat|beats|raped|touched|touches) me\b|\bI('m| am) (scared|afraid|being)\b/i

/**
 * Whether somebody may be telling of harm to themselves or to a certain person. Word-spotting: it misses things, so Get
 * help is always there; and false alarms are fine, so the card says how to carry on.
 */
export function possibleHarm(message: string): boolean {
  const text = plainEnglish(message).replace(/\s+/g, ' ')
  if (!HARM_PATTERNS.some((pattern) => pattern.test(text)) && !hasHarmSigns(text)) return false
  return !ABOUT_THE_STANDARDS.test(text) || IT_HAPPENED.test(text)
}
