import type { Question } from '#core/questions/question.ts'
import { type Html, html } from '../html.ts'

/** Beyond this many characters the rest of a text goes into a fold, so that a page stays readable. */
const LONG = 700

/** A learner's words, a paragraph a line; the rest of a long text in a fold. */
export function wordsOf(lines: string[]): Html {
  const text = lines.join('\n')
  if (text.length <= LONG) return paragraphs(text)
  const blank = text.slice(0, LONG).search(/\s\S*$/)
  // A text without blanks is cut where it is, but never inside a character.
  const cut = blank > 0 ? blank : text.slice(0, LONG).isWellFormed() ? LONG : LONG + 1
  return html`${paragraphs(`${text.slice(0, cut)} …`)}<details class="fold"><summary>Show the rest</summary>${paragraphs(
    `… ${text.slice(cut)}`,
  )}</details>`
}

const paragraphs = (text: string): Html =>
  html`${text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => html`<p>${line}</p>`)}`

/** Private words stay folded wherever they are shown. */
export const folded = (question: Question, inside: Html): Html =>
  question.sensitivity === 'S2'
    ? html`<details class="fold shut"><summary>You wrote a private note here. Show it</summary>${inside}</details>`
    : inside
