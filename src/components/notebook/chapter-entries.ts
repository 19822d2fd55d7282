import type { Chapter } from '#core/content/content.ts'
import type { NotebookEntry } from '#core/notebook/my-notebook.ts'
import { type Html, html } from '../html.ts'
import { motif } from '../page/motif.ts'
import type { Times } from '../question/state.ts'
import { renderEntry } from './render-entry.ts'

type Titled = Pick<Chapter, 'id' | 'number' | 'title' | 'questions'>

/** The entries of each chapter that has any, in reading order. */
export const byChapter = (chapters: Titled[], entries: NotebookEntry[]) =>
  chapters.flatMap((chapter) => {
    const mine = entries.filter((entry) => entry.question.chapter === chapter.id)
    return mine.length ? [{ ...chapter, mine, count: mine.filter((entry) => !entry.blank).length }] : []
  })

/** A chapter's entries under its title. */
export const chapterEntries = (
  { id, number, title, questions, mine, count }: ReturnType<typeof byChapter>[number],
  times: Times,
): Html =>
  html`<section id="${id}" data-ch="${number}" aria-labelledby="${id}.title"><div class="chhead">${motif(number)}<div><p class="label">Chapter ${number}, ${count} of ${questions.length} answered</p><h2 id="${id}.title">${title}</h2></div></div>
${mine.map((entry) => renderEntry(entry, times))}</section>`

/** The way to each chapter, and to what comes after them. */
export const notebookContents = (chapters: ReturnType<typeof byChapter>): Html =>
  html`<nav aria-label="In my notebook"><ol role="list">${chapters.map(
    ({ id, number, title, count }) =>
      html`<li data-ch="${number}"><a href="#${id}">${motif(number)}<span>${title}</span><span>${count}<span class="vh"> answered</span></span></a></li>`,
  )}<li data-ch="none"><a href="/notebook/evidence">${motif('mark')}<span>My notes and the standards</span><span></span></a></li></ol></nav>`
