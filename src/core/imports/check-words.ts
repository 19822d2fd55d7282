import type { Line } from './line.ts'
import type { Log } from './log.ts'

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Every letter of every line must have been used, once and in its order: as a clause, its number, or a heading. */
export function checkWords(lines: Line[], log: Log): void {
  // Words that their numbers can't be told of have no order to check.
  if (log.doubts.some((d) => d.kind === 'numbers apart from words')) return
  const used = new Map<number, string>()
  for (const { line, text } of log.used) used.set(line, (used.get(line) ?? '') + letters(text))
  const read = new Map<number, string>()
  for (const { n, text } of lines) read.set(n, (read.get(n) ?? '') + letters(text))
  for (const [n, text] of read)
    if ((used.get(n) ?? '') !== text)
      log.doubt(
        'words lost',
        n,
        lines.find((line) => line.n === n)?.text.trim() ?? '',
        'not every word of this line is accounted for; this is a fault of the import, please report it',
        'mend',
      )
}
