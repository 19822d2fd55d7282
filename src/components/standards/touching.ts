import type { Answer } from '#core/answers/answer.ts'
import { type Html, html } from '../html.ts'
import { chapterNumber, placeOf } from '../question/chapter-of.ts'
import { TIME_ZONE, timeWords } from '../question/saved-words.ts'
import { folded, wordsOf } from '../question/words-of.ts'

type Touching = Pick<Answer, 'question' | 'lines' | 'savedAt' | 'blank'>

/** A learner's own answers that touch a clause, for its page. Private ones stay folded. */
export function renderTouching(answers: Touching[], now: number = Date.now()): Html {
  const written = answers.filter((a) => !a.blank)
  return html`<h2 id="mine">Answers of mine that touch this</h2>
${written.length ? [LEAD, ...written.map((a) => one(a, now))] : NONE}`
}

const LEAD = html`<p>They may help you start a record for this clause. A note is not proof that you have met it: an assessor decides that, from your real work. Only you see this.</p>`
const NONE = html`<p>There are none in this browser’s notebook yet. When you answer a question that touches this clause, your words show here. Only you see them.</p>`

const one = ({ question, lines, savedAt }: Touching, now: number): Html =>
  html`<article class="slip" data-ch="${chapterNumber(question)}"><div>
<h3>${question.ask}</h3>
${folded(question, html`<blockquote>${wordsOf(lines)}</blockquote>`)}
<p class="acts">Chapter ${chapterNumber(question)}, ${timeWords(savedAt, { now, timeZone: TIME_ZONE })}. <a class="linkrow" href="${placeOf(question)}">Change it</a></p>
</div></article>`
