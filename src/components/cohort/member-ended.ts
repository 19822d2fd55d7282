import type { SetUp } from '#core/cohorts/set-up.ts'
import { type Html, html } from '../html.ts'
import { tickWords } from './tick-words.ts'

/** Said to its learners at the top of a course that was archived. */
export const memberEnded = ({ at, readableUntil }: NonNullable<SetUp['archived']>): Html =>
  html`<section class="block" aria-labelledby="ended-h"><h2 id="ended-h">This course has ended</h2>
<p>It ended on ${tickWords(at)}. No more pictures are made, and nothing of yours is counted here any more. Below you see what of yours was shown, and what stayed unseen. If you are on another course that asks the same, what stayed unseen may be counted there.</p>
<p>Its trainers can read the pictures until ${tickWords(readableUntil)}. Your notebook stays yours, with everything you wrote.</p></section>`
