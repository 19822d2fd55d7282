import type { Stretch } from '#core/notebook/find-words.ts'
import { type Html, html } from '../html.ts'

/** A learner's words, a paragraph a line, with what they looked for marked. Nothing is folded away: the marks would be. */
export const markedWords = (lines: string[], marks: Stretch[][]): Html =>
  html`${lines.map((line, i) => line.trim() && html`<p>${marked(line, marks[i] ?? [])}</p>`)}`

function marked(line: string, stretches: Stretch[]): (Html | string)[] {
  let last = 0
  const parts = stretches.flatMap(({ start, end }) => {
    const before = line.slice(last, start)
    last = end
    return [before, html`<mark>${line.slice(start, end)}</mark>`]
  })
  return [...parts, line.slice(last)]
}
