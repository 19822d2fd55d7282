export interface Word {
  /** Without a possessive ’s. */
  text: string
  /** Small letters without accents: how lists are searched. */
  plain: string
  start: number
  end: number
  /** It begins a sentence or a quotation, so a capital says nothing. */
  opens: boolean
  capital: boolean
  /** It stands in a sentence of capitals, where a capital says nothing either. */
  shouted: boolean
}

/** Small letters, no accents, straight apostrophes, and `Daveee` as `dave`. */
export const plainWord = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu
const OPENING = /(?:^|[.!?…:;—\n]|(?:^|\n)[-\d.) ]+)[\s"“‘'(]*$/u

/** Whether a stretch of text is written in capitals, as some people write all of what they say. */
export const isShouted = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.length >= 8 && letters.filter((l) => l !== l.toLowerCase()).length > 0.7 * letters.length
}

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const ends = [...text.matchAll(/[.!?…\n]+/g)].map(({ index }) => index)
  const shouts = new Map<number, boolean>()
  return [...text.matchAll(WORD)].map(({ 0: found, index: start }) => {
    const word = found.replace(/['’][sS]?$/u, '').replace(/(?<=s)['’]$/u, '')
    const from = ends.findLast((end) => end < start) ?? -1
    if (!shouts.has(from))
      shouts.set(
        from,
        isShouted(
          text.slice(
            from + 1,
            ends.find((end) => end > start),
          ),
        ),
      )
    return {
      text: word,
      plain: plainWord(word),
      start,
      end: start + word.length,
      opens: OPENING.test(text.slice(Math.max(0, start - 12), start)) || start === 0,
      capital: /^\p{Lu}/u.test(word),
      shouted: shouts.get(from) as boolean,
    }
  })
}
