import type { Answer } from '#core/answers/answer.ts'
import type { MyAnswer } from '#core/answers/my-answers.ts'
import { type Html, html } from '../html.ts'
import { placeOf } from '../question/chapter-of.ts'
import { savedWords } from '../question/saved-words.ts'
import type { Times } from '../question/state.ts'
import { folded, wordsOf } from '../question/words-of.ts'

/** One answer in the notebook: what I wrote, when, and what it was before. Private notes stay folded. */
export function renderEntry(answer: MyAnswer, times: Times): Html {
  const { question, asked } = answer
  const earlier = answer.history.slice(0, -1).filter((a) => !a.blank)
  return html`<article class="entry"><h3>${asked.ask}</h3>
${answer.blank ? takenBack(answer) : folded(question, html`<div class="mine">${wordsOf(answer.lines)}</div>`)}
<p class="meta"><span>${savedWords(answer, times)}</span><a href="${placeOf(question)}">Go to the question</a></p>
${answer.wordingChanged && html`<p class="small">The question has been reworded since: “${question.ask}”</p>`}
${earlier.length > 0 && versionsBefore(answer, earlier.toReversed(), times)}</article>`
}

const takenBack = ({ question }: Answer): Html =>
  html`<p class="soft">You took this answer back. <a href="${placeOf(question)}">Answer it again</a>, or carry on.</p>`

function versionsBefore({ question, asked }: Answer, earlier: Answer[], times: Times): Html {
  const versions = earlier.map(
    (a) => html`<div class="version"><p class="label">${savedWords(a, times)}</p>
${a.asked.ask !== asked.ask && html`<p class="small">You were asked: “${a.asked.ask}”</p>`}<div class="mine">${wordsOf(a.lines)}</div></div>`,
  )
  const name = earlier.length === 1 ? 'The version before' : `The ${earlier.length} versions before`
  return html`<details class="fold"><summary>${name}</summary>${folded(question, html`${versions}`)}</details>`
}
