import { type Html, html } from '../html.ts'

/** How many of a chapter's questions have an answer. Of none, nothing is said. */
export const renderProgress = (answered: number): Html =>
  answered > 0 ? html`<li>You have answered <b>${answered}</b></li>` : html``
