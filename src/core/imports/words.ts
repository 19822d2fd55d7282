import dictionary from 'dictionary-en-gb'
import nspell from 'nspell'
import { distance } from './headings.ts'
import type { Line } from './line.ts'
import type { Log } from './log.ts'

/** The words of one document, and those of the dictionary: what joining and doubting lean on. */
export interface Words {
  /** How often the document prints a word, in small letters. */
  count(word: string): number
  inDictionary(word: string): boolean
}

const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []

let speller: ReturnType<typeof nspell> | undefined

export function wordsOf(lines: Line[]): Words {
  speller ??= nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) })
  const correct = speller.correct.bind(speller)
  const counts = new Map<string, number>()
  for (const word of lines.flatMap(({ text }) => tokens(text))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return {
    count: (word) => counts.get(word.toLowerCase()) ?? 0,
    inDictionary: (word) => correct(word.replaceAll('’', "'")),
  }
}

/** What a hyphen at the end of a line may be the first half of, so that the hyphen stays. */
const KEEPS =
  /^(anti|non|co|multi|self|well|cross|inter|pre|post|re|sub|long|short|medium|high|low|part|full|up|on|off|ex|semi)$/i

/** Puts the halves of a broken text together; a word that a hyphen broke becomes one word where there is such a word. */
export function join(before: string, after: string, line: number, words: Words, log: Log): string {
  const first = /([\p{L}]+)-$/u.exec(before)?.[1]
  const second = /^[\p{L}]+/u.exec(after)?.[0]
  if (first && second && /^\p{Ll}/u.test(second)) {
    const whole = first + second
    const hyphened = `${first}-${second}`
    const mayKeep = KEEPS.test(first) && words.inDictionary(second)
    const asOne = words.count(whole) > 0 || (words.count(hyphened) === 0 && words.inDictionary(whole) && !mayKeep)
    const text = asOne ? before.slice(0, -1) + after : before + after
    const made = asOne ? whole : hyphened
    log.repair('word broken over lines', line, `${first}- ${second}`, made, asOne ? 'one word' : 'its hyphen stays')
    const areWords = words.inDictionary(first) && words.inDictionary(second) && !words.inDictionary(whole)
    if (!asOne && words.count(hyphened) === 0 && !areWords)
      log.doubt('broken word', line, hyphened, 'nothing tells whether the hyphen belongs to the word; it was left')
    return text
  }
  return /\/$/.test(before) ? before + after : `${before} ${after}`
}

/** Whether a text breaks off where no sentence does. */
export const isUnfinished = (text: string): boolean =>
  /(?:[,(/–-]|\b(?:and|or|of|the|an?|to|for|with|in|on|by|from|that|which|who|whose|their|your|its|is|are|as|at|into|between|within|than|including|such|be|been|using|through))$/i.test(
    text.trim(),
  )

export const startsLow = (text: string): boolean => /^[(‘'“"]?\p{Ll}/u.test(text)
export const startsHigh = (text: string): boolean => /^[(‘'“"]?\p{Lu}/u.test(text)

/** Words that a letter may be missing from, or that ran into each other: neither the dictionary nor the document knows them. */
export function findStrangeWords(texts: { line: number; text: string }[], words: Words, log: Log): void {
  const seen = new Set<string>()
  for (const { line, text } of texts) {
    for (const [halves] of text.matchAll(/\p{L}+- \p{Ll}+/gu))
      log.doubt('broken word', line, halves, 'is it one word, or one with a hyphen? It was left as printed')
    for (const [word] of text.matchAll(/\p{L}+(?:['’]\p{L}+)*/gu)) {
      const known = /^\p{Lu}/u.test(word) || word.length < 3 || words.count(word) > 2 || words.inDictionary(word)
      if (known || seen.has(word) || words.inDictionary(word.replace(/['’]s?$/, ''))) continue
      seen.add(word)
      log.doubt(
        'strange word',
        line,
        word,
        'no dictionary has it: is a letter lost, or two words in one? It was left as printed',
      )
    }
  }
}

const NO_NOUN =
  /^(their|your|with|that|which|from|this|these|those|other|others|such|have|each|when|what|where|between)$/i

/** Two nouns side by side that the text elsewhere lists with “and”: a comma or a word between them may be lost. */
export function findLostJoints(texts: { line: number; text: string }[], log: Log): void {
  const single = (word: string) => word.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '')
  const partners = new Map<string, Set<string>>()
  const beside = new Map<string, number>()
  const pair = (a: string, b: string) => {
    partners.set(a, (partners.get(a) ?? new Set()).add(b))
  }
  for (const { text } of texts) {
    for (const m of text.matchAll(/(?=\b(\p{L}{4,})(?:,| and(?:\/or)?| or)(?: and)? (\p{L}{4,})\b)/gu)) {
      const [a, b] = [single(m[1] ?? ''), single(m[2] ?? '')]
      pair(a, b)
      pair(b, a)
    }
    for (const m of text.matchAll(/(?=\b(\p{L}{4,}) (\p{L}{4,})\b)/gu)) {
      const both = `${single(m[1] ?? '')} ${single(m[2] ?? '')}`
      beside.set(both, (beside.get(both) ?? 0) + 1)
    }
  }
  for (const { line, text } of texts)
    for (const m of text.matchAll(/(?=\b(\p{L}{4,}) (\p{L}{4,})\b)/gu)) {
      const [a, b] = [single(m[1] ?? ''), single(m[2] ?? '')]
      if (NO_NOUN.test(m[1] ?? '') || NO_NOUN.test(m[2] ?? '')) continue
      const shared = [...(partners.get(a) ?? [])].some((word) => word !== b && partners.get(b)?.has(word))
      if (shared && beside.get(`${a} ${b}`) === 1 && distance(a, b) > 2)
        log.doubt(
          'lost joint',
          line,
          `${m[1]} ${m[2]}`,
          'elsewhere the text lists these with “and”: is a comma or a word lost? It was left as printed',
        )
    }
}
