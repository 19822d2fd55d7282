import type { NotebookEntry } from '#core/notebook/my-notebook.ts'
import { type Html, html } from '../html.ts'
import { placeOf } from '../question/chapter-of.ts'
import { savedWords, whenAndWhere } from '../question/saved-words.ts'
import { FORM_FIELDS, type Times } from '../question/state.ts'
import { folded, wordsOf } from '../question/words-of.ts'
import { changedWords } from './changed-words.ts'
import { markedWords } from './marked-words.ts'
import { receipt } from './receipt.ts'

/** One answer in the notebook: what I wrote, when, what it was before, and what became of it. Private notes stay folded. */
export function renderEntry(entry: NotebookEntry, times: Times): Html {
  const { question, asked, found, blank } = entry
  const { own, elsewhere } = question
  return html`<article class="entry" id="${question.id}"><h3>${asked.ask}</h3>${own && html`<p class="small soft">A trainer’s own question, on ${own.course}</p>`}${elsewhere?.place && html`<p class="small soft">${elsewhere.place}</p>`}
${found ? foundWords(entry, times) : blank ? takenBack(entry) : folded(question, html`<div class="mine">${wordsOf(entry.lines)}</div>`)}
<p class="meta"><span>${savedWords(entry, times)}</span>${own ? toOwn(entry) : elsewhere ? NOT_HERE : html`<a href="${placeOf(question)}">Go to the question</a>`}${(entry.revision > 1 || elsewhere) && html`<a href="${versionsPath(question.id)}">${entry.revision > 1 ? `All ${entry.revision} versions` : 'The version'}<span class="vh"> of “${asked.ask}”</span></a>`}</p>
${own && !entry.stillAsked && !blank && takeBackForm(entry)}${entry.wordingChanged && html`<p class="small">The question has been reworded since: “${question.ask}”</p>`}
${thenAndNow(entry, times)}${usedFor(entry)}${receipt(entry)}</article>`
}

export const versionsPath = (question: string): string => `/notebook/versions/${encodeURIComponent(question)}`

const NOT_HERE = html`<span>Not asked here</span>`

const toOwn = ({ question, stillAsked }: NotebookEntry): Html =>
  stillAsked ? html`<a href="${placeOf(question)}">Go to the question</a>` : html`<span>No longer asked of you</span>`

/** The words that were looked for, in the newest version that has them. */
function foundWords({ question, found }: NotebookEntry, times: Times): Html | null {
  if (!found) return null
  const words = html`<div class="mine">${markedWords(found.in.lines, found.marks)}</div>`
  return html`${!found.isNewest && html`<p class="small">Found in an earlier version, of ${whenAndWhere(found.in, times)}:</p>`}${folded(question, words)}`
}

/** A question that stands on no page of mine any more has no other place to take the answer back. */
const takeBackForm = ({ question, revision }: NotebookEntry): Html =>
  html`<form method="post" action="/api/answers">${[
    [FORM_FIELDS.question, question.id],
    [FORM_FIELDS.base, revision],
    [FORM_FIELDS.page, '/notebook'],
  ].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="textbtn" type="submit" name="${FORM_FIELDS.clear}" value="yes">Take my answer back</button></form>`

const takenBack = ({ question, stillAsked }: NotebookEntry): Html =>
  (question.own || question.elsewhere) && !stillAsked
    ? html`<p class="soft">You took this answer back.</p>`
    : html`<p class="soft">You took this answer back. <a href="${placeOf(question)}">Answer it again</a>, or carry on.</p>`

/** The first version beside the newest. */
function thenAndNow(entry: NotebookEntry, times: Times): Html | null {
  if (!entry.thenAndNow || entry.found) return null
  const { first, changes } = entry.thenAndNow
  const pair = changedWords({ from: first, to: entry, changes }, ['Then', 'Now'], times)
  return html`<details class="fold"><summary>Then and now</summary>${folded(entry.question, pair)}</details>`
}

/** The clauses that this answer is confirmed for. */
function usedFor({ clauses, blank }: NotebookEntry): Html | null {
  if (clauses.length === 0) return null
  const labels = clauses.map(({ uid, label }) => html`<a href="/notebook/evidence#${uid}">${label}</a>`)
  return html`<p class="small">You confirmed this for ${labels.map((label, i) => html`${i > 0 && ', '}${label}`)}.${blank && ' It doesn’t count there as long as it is taken back.'}</p>`
}
