import type { Agreed } from '#core/consents/what-was-agreed.ts'
import { type Html, html } from '../html.ts'
import { timeWords } from '../question/saved-words.ts'
import type { Times } from '../question/state.ts'

const WHAT: Record<Agreed['kind'], string> = {
  counted: 'being counted in',
  quoting: 'the companion quoting personal answers',
  model: 'a model reading what I ask',
  study: 'the study',
  text: 'showing words of mine',
}

/** Every yes and every taking back, newest first, with the words that were agreed to. */
export const ledger = (agreed: Agreed[], times: Times): Html =>
  html`<section class="block" aria-labelledby="ledger"><h2 id="ledger">What I have said, and when</h2>
${
  agreed.length === 0
    ? html`<p>You have said yes to nothing yet.</p>`
    : html`<p>Nothing in this list is ever changed; a new choice is a new line. It is locked with your key, and goes when you delete everything.</p>
<ol role="list" class="ledger">${agreed.map((one) => html`<li>${line(one, times)}</li>`)}</ol>`
}</section>`

const line = ({ kind, about, words, version, given, at }: Agreed, times: Times): Html =>
  html`<p><b>${given ? 'Yes' : 'No, or taken back'}</b> to ${WHAT[kind]}${about && html` ${about}`}, ${timeWords(at, times)}${kind === 'study' && html`, version ${version} of its text`}</p>${words && given && html`<p class="small soft">The words were: “${words}”</p>`}`
