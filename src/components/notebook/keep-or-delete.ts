import { takeAlong } from '../account/take-along.ts'
import { type Html, html } from '../html.ts'

/** How to take the notebook along, and how to be rid of it. */
export const keepOrDelete = (): Html =>
  html`<section class="onscreen" data-ch="none" aria-labelledby="keep"><h2 id="keep">Take it with you, or delete it</h2>
${takeAlong()}
<p>You can <a href="/account#delete">delete everything</a>. It works at once and gives you a receipt. <a href="/privacy-settings">What others may see of mine</a></p></section>`
