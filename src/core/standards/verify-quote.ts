import type { Clause } from './standard.ts'

/** Differences that don't change a quotation: forms of letters, white space, kinds of quotation marks and dashes. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\u00ad/g, '')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

const bare = (text: string): string => fold(text).replace(/^["']+|["'.,;:]+$/g, '')

/**
 * Whether these words stand in this clause, word for word and side by side: three words or more, or the whole clause.
 * The words as our copy prints them count too, where a slip of the document is repaired.
 */
export function verifyQuote(clause: Clause | undefined, quote: string): boolean {
  if (!clause) return false
  const wanted = bare(quote)
  if (!wanted) return false
  return [clause.text, clause.printed].some((words) => {
    if (words === null) return false
    const whole = bare(words)
    if (wanted === whole) return true
    return wanted.split(' ').length >= 3 && hasWholeWords(whole, wanted)
  })
}

function hasWholeWords(whole: string, part: string): boolean {
  const inWord = /[\p{L}\p{N}]/u
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const before = whole[at - 1] ?? ' '
    const after = whole[at + part.length] ?? ' '
    if (!inWord.test(before) && !inWord.test(after)) return true
  }
  return false
}
