import type { Asked, SetUp } from '#core/cohorts/set-up.ts'
import { singlesOut } from '#core/questions/singles-out.ts'
import { choice, problemList, textField, wrongWords } from '../form/field.ts'
import { NOTHING_SENT, type Sent, sentFrom } from '../form/sent.ts'
import { type Html, html } from '../html.ts'

const FORM = 'own-question'
const OPTIONS = 8

/** The questions that the trainers of a room wrote themselves, and the form for one more. */
export function roomOwnQuestions({ id, questions, k, archived }: SetUp, all: Sent = NOTHING_SENT): Html {
  const own = questions.filter((q) => q.own)
  const needs = Math.max(8, k)
  return html`<section class="block" aria-labelledby="own-h"><h2 id="own-h">Questions of your own</h2>
<p>You can ask this course questions that you write yourself. Learners see that they are yours. Each opens from ${needs} people, and people can only choose, never write.</p>
${own.map((question) => ownQuestion(id, question, archived !== null))}
${archived === null && askForm(id, sentFrom(FORM, all))}</section>`
}

function ownQuestion(cohort: string, { id, ask, own, retired }: Asked, ended: boolean): Html {
  return html`<details class="fold"><summary>${ask}${retired && html` <span class="soft small">(no longer asked)</span>`}</summary>
<p>${own?.several ? 'People may choose several:' : 'People choose one:'}</p><ul>${own?.options.map((label) => html`<li>${label}</li>`)}</ul>
${
  !retired &&
  !ended &&
  html`<form method="post" action="/api/cohorts/${cohort}/questions/withdraw"><input type="hidden" name="form" value="withdraw"><input type="hidden" name="question" value="${id}">
<p class="small soft">A question can’t be edited once it is asked. You can stop asking it, for everybody. Answers that wait are then not counted; pictures that were made stay.</p>
<p class="start"><button class="btn" type="submit">Stop asking this</button></p></form>`
}</details>`
}

function askForm(cohort: string, sent: Sent): Html {
  const now = { ...sent, values: { several: ['no'], ...sent.values } }
  const blank = { ...now, problems: {} }
  return html`<details class="fold"${sent.message !== undefined && html` open`}><summary>Write a question</summary>
<form method="post" action="/api/cohorts/${cohort}/questions"><input type="hidden" name="form" value="${FORM}">${problemList(sent)}
<p class="small soft">Read it once more before you ask it: it can’t be edited afterwards, only taken back. Please don’t write it so that it points at one person.</p>
<div>${textField(now, 'ask', 'Your question', { hint: 'Up to 300 characters.' })}</div>
<fieldset id="options"><legend class="lab">What people can choose</legend>${wrongWords(now, 'options')}<p class="small soft">From two to eight options, up to 80 characters each. “I’d rather not say” is always there too.</p>
<div class="pairf">${Array.from({ length: OPTIONS }, (_, i) => textField(blank, 'option', `Option ${i + 1}`, { index: i }))}</div></fieldset>
<fieldset id="several"><legend class="lab">How many may they choose?</legend>${wrongWords(now, 'several')}
<div class="opts two">${choice(now, 'radio', 'several', 'no', 'One')}${choice(now, 'radio', 'several', 'yes', 'Several')}</div></fieldset>
${confirmation(now)}
<p class="start"><button class="btn" type="submit">Ask this question</button></p></form></details>`
}

/** Asked for once the wording has been warned about. Another wording is warned about anew. */
function confirmation(sent: Sent): Html | null {
  if (!sent.problems.confirmed) return null
  const found = singlesOut([...(sent.values.ask ?? []), ...(sent.values.option ?? [])])
  return html`<fieldset id="confirmed"><legend class="lab">This may point at one person</legend>${wrongWords(sent, 'confirmed')}
<div class="opts">${found.map((words) => choice({ ...sent, values: {} }, 'checkbox', 'confirmed', words, html`I have thought about “${words}” and want to ask it all the same`))}</div></fieldset>`
}
