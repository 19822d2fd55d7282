import type { SetUp } from '#core/cohorts/set-up.ts'
import { problemList, textField } from '../form/field.ts'
import { NOTHING_SENT, type Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'
import { channelFieldset } from './channel-fieldset.ts'
import { whenFieldset } from './when-fieldset.ts'

/** Makes a new course out of one that is there. */
export function copyForm({ id, name, questions }: SetUp, sent: Sent = NOTHING_SENT): Html {
  const now = { ...sent, values: { when: ['named'], ...sent.values } }
  const asked = questions.filter((q) => !q.retired)
  return html`<form class="form" method="post" action="/api/cohorts/${id}/copy"><header><h1>Copy ${name}</h1></header>${problemList(now)}
<p>The new course asks the same, and has a code and times of its own. Nobody is copied into it, and no answer that was counted in this course is ever counted in the new one.</p>
<fieldset class="block"><legend>The new course</legend>
<div>${textField(now, 'name', 'Name of the course', { value: name })}</div>
<div>${textField(now, 'trainer', 'Your name', { hint: 'Learners see it, so that they know whose course this is.' })}</div>
<details class="fold"><summary>${asked.length === 1 ? 'The question it asks' : `The ${asked.length} questions it asks`}</summary><ul>${asked.map((q) => html`<li>${q.ask}</li>`)}</ul></details></fieldset>
${whenFieldset(now)}
${channelFieldset(now)}
<p class="start"><button class="btn main" type="submit">Make the copy</button> <a href="/trainer/cohorts/${id}">Not now</a></p></form>`
}
