import { asks } from '../asks.ts'
import { plainEnglish } from '../plain-english.ts'
import { readLabels } from '../standards/read-labels.ts'
import { harmScore } from './harm-model.ts'
import { HARM_PATTERNS } from './harm-patterns.ts'

/** Scores from which a message counts as telling of harm; decision 039 has what each catches and what it gets wrong. */
interface Bounds {
  /** Of anything. */
  sure: number
  /** Of anything that says it in fixed words, such as "I want to die". */
  outright: number
  /** Of what asks nothing: no clause could answer it anyway. */
  told: number
  /** Of a question: most are for the standards, however dark their subject. */
  asked: number
}
const WITH_MEANING: Bounds = { sure: 1, outright: 0.2, told: -1.8, asked: -1.4 }
const BY_WORDS: Bounds = { sure: 1.2, outright: 0, told: -2.2, asked: -1.3 }

// Words that are to be shown to others, where a person looks at them next.
const LIKELY = 0.25
const LIKELY_OUTRIGHT = -1

const NAMES_THE_STANDARDS =
  /\b(?:standards?|clauses?|criteri(?:on|a)|knowledge (?:points?|statements?)|sfjba13|sc-networks|cd-collab|scdhsc|nos|portfolio|assignment|essay|evidence|want to know|need to know)\b/i
const SOMEBODY =
  /\b(?:i|i'm|i've|me|my|mine|we|us|our|he|he's|him|his|she|she's|her|they|them|their|mum|dad|one of|someone|somebody|there's|there is|a (?:lad|girl|boy|woman|man|child|kid|learner|volunteer|member|client|resident|colleague|friend)|the (?:kids?|child|boy|girl|wee|baby|lad|man|woman|neighbours?))\b/i

/**
 * sure: the fixed card, and nothing else. perhaps: where to turn comes first, and then the reply that would have come anyway.
 * Without an encoder both are told less well.
 */
export type HarmLevel = 'sure' | 'perhaps'

export interface HarmHeard {
  /** How sure it is that somebody tells of harm to themselves or to a certain person; null where nothing sounds like it. */
  level: HarmLevel | null
  /** It comes near enough to harm that the way to help belongs under its answer. */
  near: boolean
  /** It tells of somebody and asks nothing. */
  tells: boolean
}

/**
 * Listens for somebody telling of harm. A miss costs more than two lines that weren't needed, so "perhaps" is said often. Some
 * tell without any word for it, so Get help is always there.
 */
export function hearHarm(message: string): HarmHeard {
  const text = plainEnglish(message)
  const [isAsked, ofThem, ofSomebody] = [asks(text), namesThem(text), SOMEBODY.test(text)]
  if (ofThem && saysNothingElse(text)) return { level: null, near: false, tells: false }
  const { score, byWordsAlone } = harmScore(message)
  const { sure, outright, told, asked } = byWordsAlone ? BY_WORDS : WITH_MEANING
  const near = score >= told
  const tells = !isAsked && !ofThem && ofSomebody
  if (score >= sure || (score >= outright && saysOutright(text))) return { level: 'sure', near, tells }
  // "PC 9 of CD-COLLAB and its evidence" asks as well, though it is no sentence.
  const forThem = ofThem && (isAsked || !ofSomebody)
  const least = forThem ? LIKELY : isAsked || ofThem ? asked : told
  return { level: score >= least ? 'perhaps' : null, near, tells }
}

export const harmLevel = (message: string): HarmLevel | null => hearHarm(message).level

/** Whether words that are to be shown to others are likely to tell of harm. */
export function likelyHarm(message: string): boolean {
  const { score } = harmScore(message)
  return score >= LIKELY || (score >= LIKELY_OUTRIGHT && saysOutright(plainEnglish(message)))
}

/** In words that are hardly ever innocent, such as "I want to die". */
function saysOutright(text: string): boolean {
  const onOneLine = text.replace(/\s+/g, ' ')
  return HARM_PATTERNS.some((pattern) => pattern.test(onOneLine))
}

const namesThem = (text: string): boolean => NAMES_THE_STANDARDS.test(text) || readLabels(text).length > 0

/** Labels and names of standards, and the little words between them. */
const saysNothingElse = (text: string): boolean =>
  (
    withoutLabels(text)
      .replace(new RegExp(NAMES_THE_STANDARDS, 'gi'), ' ')
      .match(/\p{L}+/gu) ?? []
  ).every((word) => /^(?:and|or|of|from|in|the|with|to|for|please|show|me|what|do|does|say|says|about)$/i.test(word))

const withoutLabels = (text: string): string =>
  readLabels(text).reduceRight((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, text)
