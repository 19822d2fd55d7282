import type { NotebookEntry } from '#core/notebook/my-notebook.ts'
import { myPartWords } from '../cohort/my-part-words.ts'
import { type Html, html } from '../html.ts'
import { myTextWords } from '../share/my-text-words.ts'

/** What a trainer has been shown of an answer, course by course. Null where the answer is in no course. */
export function receipt({ courses, texts }: NotebookEntry): Html | null {
  const lines = [
    ...courses.flatMap(({ course, state, shown }) =>
      myPartWords({ state, shown }).map(
        (words) =>
          html`<li>${course.joined ? html`<a href="/cohort/${course.id}">${course.name}</a>` : `${course.name}, which you left`}: ${words}</li>`,
      ),
    ),
    ...texts.map((text) => html`<li>Your words “${text.words}”: ${myTextWords(text)}</li>`),
  ]
  if (lines.length === 0) return null
  const isShown = courses.some(({ shown }) => shown.length) || texts.some(({ since }) => since)
  return html`<details class="fold"><summary>${isShown ? 'What a trainer has been shown of this' : 'Nothing of this has been shown to a trainer'}</summary><ul class="small">${lines}</ul></details>`
}
