import { choice, textField, wrongWords } from '../form/field.ts'
import type { Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'

const TIMES = 4
/**
 * In the simulation of 200 courses (`npm run reliability -- --only simulation`) twelve learners then see 91% of what they
 * answer within 14 days; with 0 days it is 78%, since the fifth answer closes a picture and two or three stay unseen.
 */
const SETTLE = '4'

/** When a course's pictures are made: at times of its own, or every night. */
export const whenFieldset = (now: Sent, about?: Html): Html =>
  html`<fieldset class="block" id="ticks"><legend>When the pictures are made</legend>${wrongWords(now, 'ticks')}${about}
<div class="opts">${choice(now, 'radio', 'when', 'named', 'At times of your own, for a course with dates')}</div>
<div class="pairf">${Array.from({ length: TIMES }, (_, i) => textField({ ...now, problems: {} }, 'tick', `Time ${i + 1} (UK time)`, { type: 'datetime-local', index: i }))}</div>
<div class="opts">${choice(now, 'radio', 'when', 'nightly', 'Every night, for a course that is always open')}</div>
<div>${textField(now, 'settle', 'If every night: days to let answers settle', { type: 'number', value: SETTLE, hint: 'With 4, whoever answers a little later is in the same picture, and fewer people’s answers stay unseen. 0 shows a picture soonest.' })}</div></fieldset>`
