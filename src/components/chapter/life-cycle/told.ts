import { type Html, html } from '../../html.ts'
import { CLOSENESS, type Closeness, type Heading, type Stage } from './words.ts'

const list = (items: (Html | string)[]): Html => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`

/** A heading of the agreement checklist, as a link to it. */
const headingLink = ({ number, name, title }: Heading): Html =>
  html`<a href="/tools/agreement#agree-${name}">${number}. ${title}</a>`

/** What to do when none of the stages seems to fit. */
export const stuckTold = ({ number, name, title }: Heading): Html =>
  html`<p class="stuck"><b>Stuck?</b> Go back to <a href="/tools/agreement#agree-${name}">heading ${number}, “${title}”</a>, and ask each partner to say the purpose alone, in writing.</p>`

/** One choice of a row of radio buttons. The first is chosen until another is. */
export const pick = (group: string, { id, title }: { id: string; title: string }, i: number): Html =>
  html`<label><input type="radio" name="${group}" value="${id}"${i === 0 && html` checked`}><span>${title}</span></label>`

/** What a stage needs: talk, warning signs, headings to open. */
export const stageTold = ({ id, title, talk, warning, headings }: Stage): Html =>
  html`<div class="told on-${id}"><h4>${title}</h4><div class="needs">
<div><h5>Talk about</h5>${list(talk)}<h5>Warning ${warning.length > 1 ? 'signs' : 'sign'}</h5>${list(warning)}</div>
<div><h5>Open in the agreement checklist</h5><ul class="open" role="list">${headings.map((h) => html`<li>${headingLink(h)}</li>`)}</ul></div></div></div>`

/** What a step of closeness shares, asks for, and looks like. */
export function closenessTold({ id, title, asks, example }: Closeness, i: number): Html {
  const shared = CLOSENESS.slice(0, i + 1).map((c) => c.shares)
  return html`<div class="told on-${id}"><h4>${title}</h4>
<p><b>Shared:</b> ${shared.join(', ')}.</p><p><b>Asks for:</b> ${asks}</p><p><b>For example:</b> ${example}</p></div>`
}
