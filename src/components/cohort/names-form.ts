import type { SetUp } from '#core/cohorts/set-up.ts'
import { type Html, html } from '../html.ts'

/** Names that are pointed out to learners before they show words of their own. */
export const namesForm = ({ id, names }: SetUp): Html =>
  html`<section class="block" aria-labelledby="names-h"><h2 id="names-h">Names to look out for</h2>
<p>People can choose to show some of their own words. Before they do, they are shown what may be a name. You can add names that only they would know, such as those of the people on the course. Learners don’t see this list, but a word on it is marked when they write it.</p>
<details class="fold"><summary>${names.length === 0 ? 'Add names' : 'Change the names'}</summary><form method="post" action="/api/cohorts/${id}/names">
<label class="lab" for="names">Names<span class="small soft">One on each line.</span><textarea class="field" id="names" name="names" rows="6">${names.join('\n')}</textarea></label>
<p class="start"><button class="btn" type="submit">Keep these names</button></p></form></details></section>`
