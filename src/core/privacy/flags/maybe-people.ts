import type { Flag } from './flag.ts'
import { isUsual } from './usual-capitals.ts'
import type { Word } from './words.ts'

/** A capital in the middle of a sentence that no list explains: often a name. A neighbour of the same kind joins it. */
export function findMaybePeople(text: string, words: Word[]): Flag[] {
  const unexplained = words.filter(
    ({ capital, opens, shouted, text: word }) =>
      capital && !opens && !shouted && word.length > 1 && !isUsual(word) && !word.split('-').every(isUsual),
  )
  const flags: Flag[] = []
  for (const { start, end } of unexplained) {
    const last = flags.at(-1)
    if (last && text.slice(last.end, start) === ' ') last.end = end
    else flags.push({ kind: 'maybe-person', start, end })
  }
  return flags
}
