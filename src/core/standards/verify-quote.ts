import { foldText } from './fold-text.ts'
import type { Clause } from './standard.ts'
import { turnsMeaning } from './turns-meaning.ts'

/** Where a quotation stands in `clause.text`, in characters. */
export interface Span {
  start: number
  end: number
}

/** Fewer words say too little to be a quotation, unless the clause has no more. */
const FEWEST_WORDS = 3

/**
 * Whether these words stand in this clause: whole words, side by side, in their order, three or more or the whole clause.
 * What is left out around them must not turn their meaning. The words as our copy prints them count too, where a slip of
 * the document is repaired.
 */
export function verifyQuote(clause: Clause | undefined, quote: string): boolean {
  if (!clause) return false
  return [clause.text, clause.printed].some((words) => words !== null && find(words, quote) !== null)
}

/** Where the words of a quotation stand in the clause as we show it; null where `verifyQuote` refuses them. */
export const findQuote = (clause: Clause | undefined, quote: string): Span | null =>
  clause ? find(clause.text, quote) : null

interface Word extends Span {
  folded: string
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)]
    .map(({ 0: raw, index }) => ({ folded: foldText(raw), start: index, end: index + raw.length }))
    .filter(({ folded }) => folded !== '')

function find(text: string, quote: string): Span | null {
  const words = wordsOf(text)
  const standing = words.map(({ folded }) => folded)
  for (const wanted of readings(quote)) {
    const from = wherePhrase(standing, wanted)
    const [first, last] = [words[from], words[from + wanted.length - 1]]
    if (first && last) return { start: first.start, end: last.end }
  }
  return null
}

/** What a quotation may be meant as: marks around it and at its end are the quoter's or the clause's. */
function readings(quote: string): string[][] {
  const whole = foldText(quote)
  // Three full stops say that something was left out.
  if (/\.\.\./.test(whole)) return []
  const seen = new Set<string>()
  const strip = (text: string): void => {
    if (!text || seen.has(text)) return
    seen.add(text)
    strip(/^(["'])(.*)\1$/su.exec(text)?.[2]?.trim() ?? '')
    strip(/^(.*)[.,;:]$/su.exec(text)?.[1]?.trim() ?? '')
  }
  strip(whole)
  return [...seen].map((text) => text.split(' '))
}

/** The place at which a phrase stands and may be quoted; -1 if there is none. */
function wherePhrase(standing: string[], wanted: string[]): number {
  const isWhole = wanted.length === standing.length
  if (!isWhole && wanted.filter((word) => /[\p{L}\p{N}]/u.test(word)).length < FEWEST_WORDS) return -1
  for (let from = 0; from + wanted.length <= standing.length; from++) {
    const to = from + wanted.length
    if (standsAt(standing, wanted, from) && (isWhole || !turnsMeaning(standing, from, to))) return from
  }
  return -1
}

/** Every word is the same; the first may be capital or small, and marks around the phrase may be left off. */
function standsAt(standing: string[], wanted: string[], from: number): boolean {
  return wanted.every((word, i) => {
    const isFirst = i === 0
    const isLast = i === wanted.length - 1
    const there = standing[from + i] as string
    const opened = isFirst ? [there, there.replace(/^["'(]/, '')] : [there]
    const closed = isLast
      ? opened.flatMap((w) => [w, w.replace(/[.,;:]$/, ''), w.replace(/["')]?[.,;:]?$/, '')])
      : opened
    const given = isFirst ? smallFirst(word) : word
    return closed.some((w) => (isFirst ? smallFirst(w) : w) === given)
  })
}

const smallFirst = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1)
