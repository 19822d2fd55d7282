import type { Answer } from '#core/answers/answer.ts'
import { isAbstention, labelOf } from '#core/questions/part.ts'
import { columnOptions, type MatrixRow } from '#core/questions/parts/matrix.ts'
import { choicesIn, picked } from '#core/questions/picked.ts'
import type { Back, Question } from '#core/questions/question.ts'
import { ratingsIn } from '#core/questions/ratings.ts'
import { type Html, html } from '../html.ts'
import { motif } from '../page/motif.ts'
import { beforeBeside } from './before-beside.ts'
import { chapterNumber } from './chapter-of.ts'
import type { Earlier } from './state.ts'
import { folded, wordsOf } from './words-of.ts'

/** An earlier answer as a slip standing on the question it serves; private ones stay folded. */
export function earlierAnswer(earlier: Earlier, here: Question): Html | null {
  const { back, answer } = earlier
  const isGhost = back.as === 'ghost'
  // Before the first change there is no earlier rating of one's own, and nothing to say about it.
  if (isGhost && back.from === here.id) return null
  if (!answer || answer.blank)
    return slip(earlier, html`<p class="label">${from(earlier, here)}</p>${blankWords(earlier)}`)
  // A menu says by itself what it was filled from.
  if (back.as === 'fill')
    return back.column === undefined
      ? null
      : slip(earlier, html`<p class="label">${from(earlier, here)}</p>${counted(answer, back.column)}`)
  if (isGhost && Object.keys(beforeBeside(here, [earlier])).length) return null
  const lines = linesOf(back, answer)
  if (lines.length === 0) return slip(earlier, html`<p class="label">${from(earlier, here)}</p>${leftOpen(earlier)}`)
  const words = isGhost ? beforeLines(answer, lines) : wordsOf(lines)
  if (earlier.question.sensitivity === 'S2') return folded(earlier.question, words)
  if (isGhost) return slip(earlier, html`<p class="label">${from(earlier, here)}</p>${words}`)
  return slip(
    earlier,
    html`<details class="shown" open><summary class="label">Earlier you wrote${chapterWords(earlier, here)}</summary>
<blockquote>${words}</blockquote>
<p class="acts"><a class="linkrow" href="${earlier.href}">Change it</a></p></details>`,
  )
}

/** What of an answer comes back, a line each. */
function linesOf(back: Back, answer: Answer): string[] {
  if (back.as === 'card' && back.pick) return picked(answer, back.pick)
  if (back.as !== 'ghost') return answer.lines
  const ratings = ratingsIn(answer).filter((r) => back.row === undefined || r.row === back.row)
  return ratings.length ? ratings.map(({ label, words }) => (label ? `${label}: ${words}` : words)) : choicesIn(answer)
}

function beforeLines(answer: Answer, lines: string[]): Html {
  const said = ratingsIn(answer).length ? 'Before, you rated:' : 'Before, you chose:'
  return lines.length > 1 ? html`<p>${said}</p>${wordsOf(lines)}` : html`<p>${said} ${lines[0]}</p>`
}

/** An earlier answer beside the new box. */
export function besideAnswer({ answer, question, href }: Earlier, here: Question): Html | null {
  if (!answer || answer.blank) return null
  return html`<div class="then"><p class="label">Earlier you wrote${chapterWords({ question }, here)}</p>
${folded(question, html`<blockquote>${wordsOf(answer.lines)}</blockquote>`)}
<p class="acts"><a class="linkrow" href="${href}">Change it</a></p></div>`
}

const slip = ({ question }: Earlier, inside: Html): Html =>
  html`<aside class="slip" role="note" data-ch="${chapterNumber(question)}" aria-label="From earlier">${motif(chapterNumber(question))}<div>${inside}</div></aside>`

const blankWords = ({ question, href }: Earlier): Html =>
  html`<p>We asked: “${question.ask}”</p>
<p>You haven’t answered that one yet. <a href="${href}">Answer it now</a>, or carry on.</p>`

/** It was answered, and what would come back isn't in the answer. */
const leftOpen = ({ question, href }: Earlier): Html =>
  html`<p>We asked: “${question.ask}”</p>
<p>You left that part of it open. <a href="${href}">Look at it again</a>, or carry on.</p>`

const chapterWords = ({ question }: Pick<Earlier, 'question'>, here: Question): string =>
  question.chapter === here.chapter ? '' : `, in chapter ${chapterNumber(question)}`

const from = ({ question }: Earlier, here: Question): string =>
  question.chapter === here.chapter ? 'From earlier in this chapter' : `From chapter ${chapterNumber(question)}`

/** How often each choice of one column was made. The names of the rows stay where they are. */
function counted({ asked, value }: Answer, columnId: string): Html {
  const part = asked.parts.find((p) => p.type === 'matrix' && p.columns.some((c) => c.id === columnId))
  if (part?.type !== 'matrix') return html``
  const column = part.columns.find((c) => c.id === columnId) as (typeof part.columns)[number]
  const counts = new Map<string, number>()
  for (const { cells } of value[part.name] as MatrixRow[]) {
    const id = cells[columnId]
    if (id && !isAbstention(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const found = columnOptions(column).filter((o) => counts.has(o.id))
  if (found.length === 0) return html`<p>“${column.label}” is still open there.</p>`
  return html`<p>${column.label}:</p><ul class="counted" role="list">${found.map(
    (o) => html`<li><b>${counts.get(o.id)}</b> ${labelOf(found, o.id)}</li>`,
  )}</ul>`
}
