import type { MyAnswer } from '#core/answers/my-answers.ts'
import { type Html, html } from '../html.ts'
import { placeOf } from '../question/chapter-of.ts'
import { savedWords } from '../question/saved-words.ts'
import { FORM_FIELDS, type Times } from '../question/state.ts'
import { folded, wordsOf } from '../question/words-of.ts'

/** One answer in the notebook: what I wrote, when, and what it was before. Private notes stay folded. */
export function renderEntry(answer: MyAnswer, times: Times): Html {
  const { question, asked } = answer
  const { own, elsewhere } = question
  const earlier = answer.history.slice(0, -1).filter((a) => !a.blank)
  return html`<article class="entry"><h3>${asked.ask}</h3>${own && html`<p class="small soft">A trainer’s own question, on ${own.course}</p>`}${elsewhere?.place && html`<p class="small soft">${elsewhere.place}</p>`}
${answer.blank ? takenBack(answer) : folded(question, html`<div class="mine">${wordsOf(answer.lines)}</div>`)}
<p class="meta"><span>${savedWords(answer, times)}</span>${own ? toOwn(answer) : elsewhere ? NOT_HERE : html`<a href="${placeOf(question)}">Go to the question</a>`}</p>
${own && !answer.stillAsked && !answer.blank && takeBackForm(answer)}${answer.wordingChanged && html`<p class="small">The question has been reworded since: “${question.ask}”</p>`}
${earlier.length > 0 && versionsBefore(answer, earlier.toReversed(), times)}</article>`
}

const NOT_HERE = html`<span>Not asked here</span>`

const toOwn = ({ question, stillAsked }: MyAnswer): Html =>
  stillAsked ? html`<a href="${placeOf(question)}">Go to the question</a>` : html`<span>No longer asked of you</span>`

/** A question that stands on no page of mine any more has no other place to take the answer back. */
const takeBackForm = ({ question, revision }: MyAnswer): Html =>
  html`<form method="post" action="/api/answers">${[
    [FORM_FIELDS.question, question.id],
    [FORM_FIELDS.base, revision],
    [FORM_FIELDS.page, '/notebook'],
  ].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="textbtn" type="submit" name="${FORM_FIELDS.clear}" value="yes">Take my answer back</button></form>`

const takenBack = ({ question, stillAsked }: MyAnswer): Html =>
  (question.own || question.elsewhere) && !stillAsked
    ? html`<p class="soft">You took this answer back.</p>`
    : html`<p class="soft">You took this answer back. <a href="${placeOf(question)}">Answer it again</a>, or carry on.</p>`

function versionsBefore({ question, asked }: MyAnswer, earlier: MyAnswer['history'], times: Times): Html {
  const versions = earlier.map(
    (a) => html`<div class="version"><p class="label">${savedWords(a, times)}</p>
${a.asked.ask !== asked.ask && html`<p class="small">You were asked: “${a.asked.ask}”</p>`}<div class="mine">${wordsOf(a.lines)}</div></div>`,
  )
  const name = earlier.length === 1 ? 'The version before' : `The ${earlier.length} versions before`
  return html`<details class="fold"><summary>${name}</summary>${folded(question, html`${versions}`)}</details>`
}
