import { type Html, html } from '../html.ts'

/** How to take the notebook along, and how to be rid of it. */
export const keepOrDelete = (): Html =>
  html`<section class="onscreen" data-ch="none" aria-labelledby="keep"><h2 id="keep">Keep it, or delete it</h2>
<p>To take it with you, print this page or save it as a PDF from your browser’s print window. Private notes print closed unless you open them first.</p>
<p>You can <a href="/account#delete">delete everything</a>. It works at once and gives you a receipt.</p></section>`
