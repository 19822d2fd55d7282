import type { TextPreview } from '#core/texts/preview-text.ts'
import { choice, problemList, wrongWords } from '../form/field.ts'
import { NOTHING_SENT, type Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'
import { flaggedWords, flagList } from './flagged-words.ts'
import { HELD, myText } from './my-text-words.ts'

/** Where a learner shows words of their own to their course: choose them, see them as others would, approve, take back. */
export function shareView(preview: TextPreview, looked: boolean, sent: Sent = NOTHING_SENT): Html {
  const { question, course, mine } = preview
  return html`<div class="form"><header><h1>Show some of my words</h1><p>${question.ask}</p></header>
${mine.length > 0 && html`<section class="block" aria-labelledby="mine-h"><h2 id="mine-h">What you have approved</h2>${mine.map((text) => myText(text))}</section>`}
${course ? html`${looked && theLook(preview, course, sent)}${chooseWords(preview, course, looked, sent)}` : noCourse()}</div>`
}

const noCourse = (): Html =>
  html`<section class="block" aria-labelledby="none-h"><h2 id="none-h">Nothing can be shown just now</h2>
<p>Words can be shown only to a course in which your answer is counted. You can <a href="/join">join a course</a> with its code, or choose on <a href="/cohort">your course’s page</a> that your answers may be counted. Until then, only you see what you wrote.</p></section>`

type Course = NonNullable<TextPreview['course']>

const chooseWords = ({ question, words }: TextPreview, course: Course, looked: boolean, sent: Sent): Html =>
  html`<section class="block" aria-labelledby="choose-h"><h2 id="choose-h">${looked ? 'Change the words' : 'Choose the words'}</h2>
<p>Your answer stays yours. Here you can choose some words of it for <b>${course.name}</b>. You see them first just as others would, and nothing goes out until you say so.</p>
<form method="post" action="/api/texts/preview"><input type="hidden" name="question" value="${question.id}">
<label class="lab" for="words">Words to show<span class="small soft">Up to 500 characters. Leave out names, places and anything that only one person could say.</span>${!looked && wrongWords(sent, 'words')}
<textarea class="field" id="words" name="words" rows="6">${sent.values.words?.[0] ?? words}</textarea></label>
<button class="btn" type="submit">See how it would look</button></form></section>`

/** The words just as they would be shown, with what to look at, and the yes. */
function theLook({ question, words, trouble, flags, held }: TextPreview, course: Course, sent: Sent): Html {
  const who = new Intl.ListFormat('en-GB').format(course.trainers)
  const looked = flags.length > 0 && !held
  return html`<section class="block" aria-labelledby="look-h">${problemList(sent)}<h2 id="look-h">This is how it would look</h2>
<div class="wordcard"><blockquote>${flaggedWords(words, flags)}</blockquote></div>
${flags.length > 0 && html`<p>The marks are for you only. A program made them, and it misses things: read it once more with your own eyes.</p>${flagList(words, flags)}`}
${trouble && html`<p><b>${trouble}</b></p>`}
${held && html`<p><b>As it stands, this would stay with you, because ${HELD[held]}.</b> You can change it below. ${held === 'harm' && html`If you or somebody else is being hurt, <a href="/help">here is who can help</a>.`}</p>`}
<p>It is not shown with your name, and it is mixed with the words of others. But people who know you may know your story or the way you put things. <b>${who}</b> ${course.trainers.length === 1 ? 'reads' : 'read'} it first, and may show it to the group. You can take it back; it then goes with the next pictures, within two weeks at the latest.</p>
${
  !trouble &&
  html`<form method="post" action="/api/texts"><input type="hidden" name="question" value="${question.id}"><input type="hidden" name="words" value="${words}">
${looked && html`<div class="opts" id="looked">${wrongWords(sent, 'looked')}${choice(sent, 'checkbox', 'looked', 'yes', 'I have looked at what is marked, and it may be shown')}</div>`}
<button class="btn main" type="submit">${held ? 'Keep it for now, only for me' : 'Show these words'}</button></form>`
}</section>`
}
