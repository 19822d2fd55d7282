import type { NotebookEntry } from '#core/notebook/my-notebook.ts'
import { type Html, html } from '../html.ts'
import type { Times } from '../question/state.ts'
import { renderEntry } from './render-entry.ts'

/** What I answered to questions that trainers wrote for their courses. They stay mine when the course is over. */
export function ownEntries(entries: NotebookEntry[], times: Times): Html | null {
  const own = entries.filter((a) => a.question.own)
  if (own.length === 0) return null
  return html`<section id="own" data-ch="none" aria-labelledby="own.title"><div class="chhead"><div><p class="label">${own.filter((a) => !a.blank).length} answered</p><h2 id="own.title">Questions from your courses</h2></div></div>
<p>Your trainers wrote these for their courses. What you answered stays here when a course is over or you have left it.</p>
${own.map((entry) => renderEntry(entry, times))}</section>`
}
