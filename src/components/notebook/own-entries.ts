import type { NotebookEntry } from '#core/notebook/my-notebook.ts'
import { type Html, html } from '../html.ts'
import type { Times } from '../question/state.ts'
import { renderEntry } from './render-entry.ts'

/** What I answered to questions of no chapter: trainers' own, and those that aren't asked here. */
export const ownEntries = (entries: NotebookEntry[], times: Times): Html =>
  html`${ofCourses(entries, times)}${fromElsewhere(entries, times)}`

/** They stay mine when the course is over. */
function ofCourses(entries: NotebookEntry[], times: Times): Html | null {
  const own = entries.filter((a) => a.question.own)
  if (own.length === 0) return null
  return html`<section id="own" data-ch="none" aria-labelledby="own.title"><div class="chhead"><div><p class="label">${own.filter((a) => !a.blank).length} answered</p><h2 id="own.title">Questions from your courses</h2></div></div>
<p>Your trainers wrote these for their courses. What you answered stays here when a course is over or you have left it.</p>
${own.map((entry) => renderEntry(entry, times))}</section>`
}

/** Brought in from a file, or asked here once and no more. */
function fromElsewhere(entries: NotebookEntry[], times: Times): Html | null {
  const all = entries.filter((a) => a.question.elsewhere)
  if (all.length === 0) return null
  return html`<section id="elsewhere" data-ch="none" aria-labelledby="elsewhere.title"><div class="chhead"><div><p class="label">${all.filter((a) => !a.blank).length} answered</p><h2 id="elsewhere.title">Questions that aren’t asked here</h2></div></div>
<p>You answered these somewhere else, or here before they were taken out. You can read them and take them with you. They can’t be changed here, and nobody else sees them.</p>
${all.map((entry) => renderEntry(entry, times))}</section>`
}
