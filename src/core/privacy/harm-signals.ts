import { plainEnglish } from '../plain-english.ts'
import { stem } from '../standards/stem.ts'
import { HARM_PATTERNS } from './harm-patterns.ts'
import { hasHarmSigns } from './harm-signs.ts'
import { HARM_WORDS } from './harm-words.ts'

/** How far apart two kinds of words may stand and still be taken together: "my uncle, when mum is out, touches". */
const REACH = 7

const kinds = new Map<string, string[]>()
for (const [kind, words] of Object.entries(HARM_WORDS))
  for (const word of words.split(/\s+/)) kinds.set(word, [...(kinds.get(word) ?? []), kind])

/** Words in small letters, "won't" as "will not", with question and exclamation marks. */
const wordsOf = (text: string): string[] =>
  plainEnglish(text)
    .toLowerCase()
    .replace(/\bcan't\b/g, 'can not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/n't\b/g, ' not')
    .replace(/'(s|re|ve|d|ll|m)\b/g, ' ')
    .match(/[\p{L}\p{N}]+(?:-\p{L}+)*|[?!]/gu) ?? []

/**
 * Everything in a message that may tell for or against harm, each once: its stems, neighbouring pairs of them, the kinds of its
 * words, kinds beside and near each other, how it begins, whether it asks, and whether a fixed wording fits.
 */
export function harmSignals(message: string): string[] {
  const words = wordsOf(message)
  const stems = words.map(stem)
  const kindsAt = words.map((word, i) => kinds.get(word) ?? kinds.get(stems[i] as string) ?? [])
  const found = new Set<string>()
  for (const [i, here] of kindsAt.entries()) {
    found.add(`stem ${stems[i]}`)
    for (const kind of here) found.add(`kind ${kind}`)
    if (i > 0) {
      found.add(`pair ${stems[i - 1]} ${stems[i]}`)
      for (const signal of besides(kindsAt[i - 1] ?? [], stems[i - 1] ?? '', here, stems[i] ?? '')) found.add(signal)
    }
    for (const there of kindsAt.slice(i + 2, i + 1 + REACH))
      for (const a of here) for (const b of there) found.add(`near ${a} ${b}`)
  }
  for (const signal of shapeOf(message, words, stems)) found.add(signal)
  return [...found]
}

/** A kind of word and what stands next to it, as a kind or as itself. */
function besides(left: string[], leftStem: string, right: string[], rightStem: string): string[] {
  if (!left.length && !right.length) return []
  const lefts = left.length ? left : [leftStem]
  const rights = right.length ? right : [rightStem]
  return lefts.flatMap((a) => rights.map((b) => `beside ${a} ${b}`))
}

function shapeOf(message: string, words: string[], stems: string[]): string[] {
  const text = plainEnglish(message).replace(/\s+/g, ' ')
  return [
    `first ${stems[0]}`,
    `first ${stems[0]} ${stems[1]}`,
    `length ${Math.min(6, Math.floor(Math.log2(words.length + 1) * 1.5))}`,
    ...(/\?\s*$/.test(message) ? ['ends in asking'] : []),
    ...(message.includes('?') ? ['asks'] : []),
    ...(words.some((word) => ['i', 'me', 'my'].includes(word)) ? ['of myself'] : []),
    ...(words.some((word) => ['he', 'she', 'him', 'her', 'his'].includes(word)) ? ['of one other'] : []),
    ...(HARM_PATTERNS.some((pattern) => pattern.test(text)) ? ['fixed wording'] : []),
    ...(hasHarmSigns(text) ? ['signs together'] : []),
  ]
}
