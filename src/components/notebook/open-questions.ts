import type { Chapter } from '#core/content/content.ts'
import type { Question } from '#core/questions/question.ts'
import { type Html, html } from '../html.ts'
import { placeOf } from '../question/chapter-of.ts'

/** Questions without an answer, chapter by chapter, each a link. Leaving one is as good as answering it. */
export function openQuestions(chapters: Pick<Chapter, 'id' | 'number' | 'title'>[], open: Question[]): Html | null {
  if (open.length === 0) return null
  return html`<section class="onscreen" data-ch="none" aria-labelledby="open"><h2 id="open">Still open, if you like</h2>
<p>You don’t have to answer any of these. They are here for when you want one.</p>
<div>${chapters.map(({ id, number, title }) => {
    const mine = open.filter(({ chapter }) => chapter === id)
    return (
      mine.length > 0 &&
      html`<details class="fold"><summary>Chapter ${number}, ${title}: ${mine.length} open</summary><ul>${mine.map((question) => html`<li><a href="${placeOf(question)}">${question.ask}</a></li>`)}</ul></details>`
    )
  })}</div></section>`
}
