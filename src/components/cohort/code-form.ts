import { problemList, textField } from '../form/field.ts'
import { NOTHING_SENT, type Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'

/** Asks for the code of a course. */
export function codeForm(sent: Sent = NOTHING_SENT): Html {
  return html`<form class="form" method="get" action="/join"><header><h1>Join a course</h1></header>${problemList(sent)}
<div class="block"><div>${textField(sent, 'code', 'The code you were given', { hint: 'Three words and a number, for example amber kettle otter 42.' })}</div>
<p class="start"><button class="btn main" type="submit">Go on</button></p>
<p class="small soft">You will see what the course is, and who would see what, before you choose anything.</p></div></form>`
}
