import type { SearchIndex } from './search-index.ts'
import { isStopWord } from './words.ts'

/** How many letters must be changed, added, left out or swapped; anything above `most` counts as too many. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] as number) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length] as number
}

/** The word as the clauses know it, where it is plainly a slip of the pen; otherwise the word as it is. */
export function correct(word: string, index: SearchIndex): string {
  if (word.length < 5 || isStopWord(word) || index.knows(word)) return word
  const most = word.length >= 10 ? 2 : 1
  let best = word
  let least = most + 1
  let often = 0
  for (const [known, times] of index.vocabulary) {
    if (known[0] !== word[0] || known.length < 4) continue
    const d = distance(word, known, most)
    if (d < least || (d === least && d <= most && times > often)) {
      best = known
      least = d
      often = times
    }
  }
  return best
}
