import { foldText } from './fold-text.ts'

/** Words that deny, except or set against. Without them what is left says the opposite, or too much. */
const DENIES = new Set(
  `not no never none nor neither nobody nothing nowhere cannot without unless except excepting excluding only hardly
  scarcely barely seldom rarely but`.split(/\s+/),
)
/** Words that make what follows a condition, wherever they stand before it in a part of a sentence. */
const SUPPOSES = new Set('if whether until till lest supposing providing provided'.split(' '))
/** Words that make a condition, unless they point at a place or time ("areas where", "when to report"). */
const WHEN = new Set('when whenever where wherever while whilst'.split(' '))
const OF_PLACE = /^(area|place|setting|situation|context|time|point|case|how|and)s?$/
/** Phrases that limit what stands before them. */
const LIMITS = [
  /^(subject|according) to\b/,
  /^in (line|accordance|agreement|keeping|case) (with|of)\b/,
  /^(as|so) (long|far) as\b/,
  /^other than\b/,
  /^on condition\b/,
]
/** Words that allow or demand: what follows them alone would be a plain order, or a plain fact. */
const MODAL = new Set('may might can could must should shall would will ought need'.split(' '))
/** Words that hinder or miss what comes after them ("prevent the …", "a lack of …", "impossible to …"). */
const HINDERS =
  /^(lack\w*|absen\w+|prevent(s|ed|ing)?|avoid\w*|barriers?|fail\w*|refus\w+|den(y|ies|ied|ying)|unable|unlikely|impossible|difficult\w*|instead|stop\w*|ceas\w+|forbid\w*|prohibit\w*|bann?(ed|ing|s)?|minimis\w+)$/
/** Words that turn the word right after them ("rather than", "free from", "non verbal", "less successful"). */
const TURNS_NEXT = new Set('than free freedom non anti least less fewer'.split(' '))
/** Little words that may stand between such a word and the one it turns. */
const BETWEEN = new Set(
  'a an the of to from for in on any all it them their his her its your our own which that who or and be being been by with'.split(
    ' ',
  ),
)

/**
 * Whether words cut out of a clause say something else than they say in it: what denies, limits or allows them was left
 * out. `from` and `to` are places in the words. Strict: where it is in doubt, they may not be quoted alone.
 */
export function turnsMeaning(standing: string[], from: number, to: number): boolean {
  const words = standing.map(bare)
  const begins = lastBefore(standing, from) + 1
  const ends = firstFrom(standing, to - 1) + 1
  const before = words.slice(begins, from)
  const after = words.slice(to, ends)
  if ([...before, ...after].some(denies)) return true
  if (standsUnder(standing.slice(begins, from), words.slice(begins))) return true
  if (isGoverned(standing.slice(begins, from), before)) return true
  const limitedFrom = from === begins ? to : to < ends && limitsAt(standing, words, to) ? to : ends
  for (let at = limitedFrom; at < ends; at++) if (limitsAt(standing, words, at)) return true
  return false
}

/** The words of a sentence that deny, suppose or limit something in it, in small letters. */
export function turningWords(sentence: string): string[] {
  const standing = foldText(sentence).split(' ')
  const words = standing.map(bare)
  return words.filter((word, at) => denies(word) || limitsAt(standing, words, at))
}

/** Whether what comes after this word is lacking, prevented or avoided, or turned by it. */
export const hinders = (word: string): boolean => HINDERS.test(word) || TURNS_NEXT.has(word)

const bare = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
const denies = (word: string): boolean => DENIES.has(word) || /n't$/.test(word)

/** The last word before a place that ends a sentence; -1 if none does. */
const lastBefore = (standing: string[], place: number): number =>
  standing.slice(0, place).findLastIndex((_, i) => endsSentence(standing, i))

/** The first word from a place on that ends a sentence; the last word if none does. */
function firstFrom(standing: string[], place: number): number {
  const found = standing.findIndex((_, i) => i >= place && endsSentence(standing, i))
  return found < 0 ? standing.length - 1 : found
}

const endsSentence = (standing: string[], at: number): boolean =>
  /[.!?]["')]*$/.test(standing[at] ?? '') && /^["'(]*\p{Lu}/u.test(standing[at + 1] ?? '')

/** The words left out before make a condition of what follows: "if you …", "where there are …, this may …". */
function standsUnder(before: string[], sentence: string[]): boolean {
  const opening = sentence.slice(0, before.length)
  if (opening.slice(0, 2).some((_, i) => isWhen(sentence, i)) || SUPPOSES.has(opening[0] ?? '')) return true
  const sinceComma = before.findLastIndex((word) => /[,;:)]$/.test(word)) + 1
  if (opening.slice(sinceComma).some((word) => SUPPOSES.has(word))) return true
  return opening.length > 0 && isWhen(sentence, opening.length - 1)
}

/** "when" and its like, unless it points at a place ("areas where") or asks how ("when to report", "where and how to access"). */
function isWhen(words: string[], at: number): boolean {
  if (!WHEN.has(words[at] ?? '')) return false
  const asks = words.slice(at + 1, at + 4).indexOf('to')
  const joined = words
    .slice(at + 1, at + 1 + Math.max(asks, 0))
    .every((word) => /^(and|or|how|when|where|why)$/.test(word))
  return !(asks >= 0 && joined) && !OF_PLACE.test(words[at - 1] ?? '')
}

/** Comes after a word that hinders it, in the same part of the sentence, or right after one that allows, demands or turns it. */
function isGoverned(standing: string[], before: string[]): boolean {
  if (MODAL.has(before.at(-1) ?? '')) return true
  const sinceComma = standing.findLastIndex((word) => /[,;:)]$/.test(word)) + 1
  const governing = before.slice(sinceComma)
  return (
    governing.some((word) => HINDERS.test(word)) || TURNS_NEXT.has(governing.findLast((w) => !BETWEEN.has(w)) ?? '')
  )
}

/** Here begins something that limits what was said before. */
function limitsAt(standing: string[], words: string[], at: number): boolean {
  if (SUPPOSES.has(words[at] ?? '') || isWhen(words, at)) return true
  if (words[at] === 'within' && /,$/.test(standing[at - 1] ?? '')) return true
  return LIMITS.some((limit) => limit.test(words.slice(at, at + 3).join(' ')))
}
