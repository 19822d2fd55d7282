import type { ClauseWords } from '#core/evidence/piece.ts'
import { type Html, html } from '../html.ts'

/** The words that a clause had when something was confirmed for it, where they are other words now. */
export const reviewWords = ({ label, leadIn, text }: ClauseWords): Html =>
  html`<p class="small"><b>To review.</b> The standard has changed since you confirmed this. Then ${label} said: “${leadIn && `${leadIn} `}${text}”</p>`
