import { plainEnglish } from '../plain-english.ts'
import { harmScore } from './harm-model.ts'
import { HARM_PATTERNS } from './harm-patterns.ts'

// Scores from which a message counts as telling of harm; decision 016 has what each catches and what it gets wrong.
/** Of anything, such as an answer to a question about power, where people often tell of their lives. */
const LIKELY = 0
/** Of anything that says it in fixed words. */
const OUTRIGHT = -1.25
/** Of what is said to the companion and asks nothing: no clause could answer it anyway. */
const TOLD = -1.75
/** Of a question, or words that name nobody: most are for the standards, however dark their subject. */
const ASKED = -1.25

const ASKS =
  /\?|^(?:(?:and|so|but|ok|hi|hello|please) )*(?:what|how|which|who|whose|whom|when|where|why|does|do|did|is|are|am|can|could|should|would|will|may|must|has|have you|was|were|tell me (?:about|what|how|which|where)|show|list|explain|describe|give|quote|find|read|compare|define|summari[sz]e|say|if|suppose|imagine|let's say)\b/i
const NAMES_THE_STANDARDS =
  /\b(?:standards?|clauses?|criteri(?:on|a)|knowledge (?:points?|statements?)|sfjba13|sc-networks|cd-collab|scdhsc|(?:pc|ku|k|p) ?\d{1,2}|nos|portfolio|assignment|essay|evidence|want to know|need to know)\b/i
const SOMEBODY =
  /\b(?:i|i'm|i've|me|my|mine|we|us|our|he|he's|him|his|she|she's|her|they|them|their|mum|dad|one of|someone|somebody|there's|there is|a (?:lad|girl|boy|woman|man|child|kid|learner|volunteer|member|client|resident|colleague|friend)|the (?:kids?|child|boy|girl|wee|baby|lad|man|woman|neighbours?))\b/i

/**
 * Whether somebody is telling of harm to themselves or to a certain person, whatever else the message may be. It misses
 * a good part of those who tell without the words for it, so Get help is always there.
 */
export function likelyHarm(message: string): boolean {
  const score = harmScore(message)
  return score >= LIKELY || (score >= OUTRIGHT && saysOutright(message))
}

/** In words that are hardly ever innocent, such as "I want to die". */
function saysOutright(message: string): boolean {
  const text = plainEnglish(message).replace(/\s+/g, ' ')
  return HARM_PATTERNS.some((pattern) => pattern.test(text))
}

/**
 * Whether somebody who asks the companion may be telling of harm. False alarms are fine where nothing is asked, so the card
 * says how to carry on; a question is for the standards unless it plainly tells, and one that names them or a clause more so.
 */
export function possibleHarm(message: string): boolean {
  const text = plainEnglish(message)
  const [asks, ofThem, ofSomebody] = [ASKS.test(text), NAMES_THE_STANDARDS.test(text), SOMEBODY.test(text)]
  if (ofThem && saysNothingElse(text)) return false
  // "PC 9 of CD-COLLAB and its evidence" asks as well, though it is no sentence.
  if (ofThem && (asks || !ofSomebody)) return harmScore(message) >= LIKELY
  return harmScore(message) >= (asks || ofThem || !ofSomebody ? ASKED : TOLD)
}

/** Labels and names of standards, and the little words between them. */
const saysNothingElse = (text: string): boolean =>
  (text.replace(new RegExp(NAMES_THE_STANDARDS, 'gi'), ' ').match(/\p{L}+/gu) ?? []).every((word) =>
    /^(?:and|or|of|from|in|the|with|to|for|please|show|me|what|do|does|say|says|about)$/i.test(word),
  )

/** Whether a question comes near enough to harm that the way to help belongs under its answer. */
export const nearHarm = (message: string): boolean => harmScore(message) >= TOLD
