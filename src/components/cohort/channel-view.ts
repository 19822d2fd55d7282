import type { ChannelPlan, PlannedPost } from '#core/channels/channel-plan.ts'
import type { ChannelCode } from '#core/channels/make-channel-code.ts'
import { choice, problemList, textField, wrongWords } from '../form/field.ts'
import { type Sent, sentFrom } from '../form/sent.ts'
import { WEEK, WEEKDAYS } from '../form/weekdays.ts'
import { type Html, html } from '../html.ts'

/** A course's channel in Slack: the connection, and which question is posted when. `code` was made a moment ago. */
export function channelView(plan: ChannelPlan, sent: Sent, code?: ChannelCode): Html {
  const { id, name, ended } = plan
  return html`<div class="form"><header><h1>A Slack channel for ${name}</h1>
<p>The companion posts the course’s questions in a channel, at times that you plan. Whoever is there can join and answer in a window of their own. Nobody in the channel sees who joins, who answers or how many, and neither do you. <a href="/trainer/cohorts/${id}">Back to the training room</a></p></header>
${problemList(sent)}${ended ? html`<p>This course has ended, so nothing more is posted.</p>` : html`${connection(plan, code)}${whatComes(plan)}${planning(plan, sent)}${clock(plan, sentFrom('clock', sent))}`}</div>`
}

const post = (cohort: string, path: string, form: string, inside: Html): Html =>
  html`<form method="post" action="/api/cohorts/${cohort}/${path}"><input type="hidden" name="form" value="${form}">${inside}</form>`

function connection({ id, connected }: ChannelPlan, code?: ChannelCode): Html {
  return html`<section class="block" aria-labelledby="connect-h"><h2 id="connect-h">${connected ? 'A channel is connected' : 'Connect a channel'}</h2>
${code && madeCode(code)}${
  connected
    ? html`<p>It is the one in which the code was typed. To use another, make a new code and type it there.</p>`
    : html`<p>You need the companion in your Slack workspace. In the channel, write <b>/invite @Standpoint</b> first. Then make a code here, and type it there.</p>`
}
${post(id, 'channel/code', 'code', html`<p class="start"><button class="btn" type="submit">Make a code</button></p>`)}
${connected && html`<p>Once it is disconnected, nothing more is posted there. What is there stays, and so does what you planned.</p>${post(id, 'channel/disconnect', 'disconnect', html`<p class="start"><button class="btn" type="submit">Disconnect the channel</button></p>`)}`}</section>`
}

const madeCode = ({ code, minutes }: ChannelCode): Html =>
  html`<div class="join" role="status"><div><p>Type this in the channel. It works once, for ${minutes} minutes, and is shown only now.</p><p class="address">/standpoint connect ${code}</p></div></div>`

const whatComes = ({ channelSees }: ChannelPlan): Html =>
  html`<section class="block" aria-labelledby="sees-h"><h2 id="sees-h">What the channel sees</h2>
<p>Who runs the course, its questions, and who would see what. ${
    channelSees
      ? 'When a picture of a question is made after it was posted, it comes under that question: few or none, some, or most, as in the training room. Words that people chose to show are never posted.'
      : 'Its pictures are not posted, because people who joined haven’t been told that a channel would see them. To show pictures in a channel, copy the course, and choose that there.'
  }</p></section>`

function planning(plan: ChannelPlan, all: Sent): Html {
  const { id, questions, posts, quietFrom, quietUntil, zone } = plan
  const sent = sentFrom('plan', all)
  const chosen = sent.values.question?.[0]
  return html`<section class="block" aria-labelledby="plan-h"><h2 id="plan-h">Which question comes when</h2>
<p>Nothing is posted from ${quietFrom}:00 to ${quietUntil}:00 or on your days off. Times are those of ${zone}.</p>
${posts.length > 0 && html`<ul role="list">${posts.map((one) => html`<li>${planned(id, one, all)}</li>`)}</ul>`}
${post(
  id,
  'posts',
  'plan',
  html`<div><label class="lab" for="question">Question${wrongWords(sent, 'question')}<select class="field" id="question" name="question">${questions.map((q) => html`<option value="${q.id}"${q.id === chosen && html` selected`}>${q.ask}</option>`)}</select></label></div>
<div>${textField(sent, 'when', 'Date and time', { type: 'datetime-local' })}</div>
<p class="start"><button class="btn main" type="submit">Plan it</button></p>`,
)}</section>`
}

const STATES: Record<PlannedPost['state'], string> = {
  waiting: 'planned for',
  leased: 'being posted since',
  sent: 'posted on',
  empty: 'not posted: it is no longer asked. It was planned for',
  missed: 'not posted: its time had passed. It was planned for',
  failed: 'Slack didn’t take it. It was planned for',
}

function planned(cohort: string, { id, ask, when, state }: PlannedPost, all: Sent): Html {
  const words = html`<b>${ask}</b><br>${STATES[state]} ${spoken(when)}`
  if (state !== 'waiting') return html`<p>${words}</p>`
  const sent = all.values.post?.[0] === id ? sentFrom('move', all) : { values: {}, problems: {} }
  const hidden = html`<input type="hidden" name="post" value="${id}">`
  const field = { type: 'datetime-local', value: when, index: 0 }
  return html`<details class="fold"${sent.message && html` open`}><summary><span>${words}</span></summary>
${post(cohort, 'posts/move', 'move', html`${hidden}<div>${textField(sent, 'when', 'New date and time', { ...field, id: `when-${id}` })}</div><p class="start"><button class="btn" type="submit">Change the time</button></p>`)}
${post(cohort, 'posts/remove', 'remove', html`${hidden}<p class="start"><button class="btn" type="submit">Take it out of the plan</button></p>`)}</details>`
}

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** `2026-05-21T09:30` as people say it: Thursday 21 May 2026, 09:30. */
const spoken = (when: string): string => `${day.format(Date.parse(`${when}Z`)).replace(',', '')}, ${when.slice(11)}`

function clock({ id, zone, daysOff }: ChannelPlan, sent: Sent): Html {
  const values = { daysOff: daysOff.map(String), ...(sent.message !== undefined && { daysOff: [] }), ...sent.values }
  const now = { ...sent, values }
  return html`<section class="block" aria-labelledby="clock-h"><h2 id="clock-h">Time zone and days off</h2>
<details class="fold"${sent.message && html` open`}><summary>Change them</summary>${post(
    id,
    'channel/clock',
    'clock',
    html`<div>${textField(now, 'zone', 'Time zone', { value: zone, hint: 'For example Europe/London or Pacific/Auckland.' })}</div>
<fieldset id="daysOff"><legend class="lab">Days off, on which nothing is posted</legend>${wrongWords(now, 'daysOff')}
<div class="opts">${WEEK.map((n) => choice(now, 'checkbox', 'daysOff', String(n), WEEKDAYS[n] as string))}</div></fieldset>
<p class="start"><button class="btn" type="submit">Save</button></p>`,
  )}</details></section>`
}
