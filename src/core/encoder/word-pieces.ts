/** A piece of a word, and how likely it is (the logarithm). The first six stand for no text. */
export type Pieces = [piece: string, likely: number][]

const RESERVED = 6
const SPACE = '\u2581'
const UNKNOWN = 0

/**
 * Cuts a text into the pieces that the encoder was taught with: of all ways to cut it, the likeliest. A letter that no piece
 * begins with is an unknown piece of its own; several in a row count once.
 */
export function cutter(pieces: Pieces): (text: string) => number[] {
  const numberOf = new Map(pieces.map(([piece], i) => [piece, i]).slice(RESERVED) as [string, number][])
  const longest = Math.max(...pieces.map(([piece]) => [...piece].length))
  return (text) => {
    const letters = [...`${SPACE}${text.normalize('NFKC').replaceAll(' ', SPACE)}`]
    const best: { score: number; from: number; piece: number }[] = [{ score: 0, from: 0, piece: UNKNOWN }]
    const offer = (end: number, from: number, piece: number, likely: number) => {
      const score = (best[from]?.score ?? 0) + likely
      if (!best[end] || score >= best[end].score) best[end] = { score, from, piece }
    }
    for (let from = 0; from < letters.length; from++) {
      let piece = ''
      let found = false
      for (let end = from + 1; end <= letters.length && end - from <= longest; end++) {
        piece += letters[end - 1]
        const number = numberOf.get(piece)
        if (number === undefined) continue
        found = true
        offer(end, from, number, pieces[number]?.[1] ?? 0)
      }
      if (!found) offer(from + 1, from, UNKNOWN, 0)
    }
    const cut: number[] = []
    for (let end = letters.length; end > 0; end = best[end]?.from ?? 0) cut.unshift(best[end]?.piece ?? UNKNOWN)
    return cut.filter((piece, i) => piece !== UNKNOWN || cut[i - 1] !== UNKNOWN)
  }
}
