import type { Invitation } from '#core/cohorts/invite-trainer.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import { problemList, textField } from '../form/field.ts'
import { NOTHING_SENT, type Sent, sentFrom } from '../form/sent.ts'
import { type Html, html } from '../html.ts'
import { namesForm } from './names-form.ts'
import { endedRoom, roomLife } from './room-life.ts'
import { roomOwnQuestions } from './room-own-questions.ts'
import { nextTicks } from './tick-words.ts'

/** What a trainer chose for a room: how people join it, when its pictures are made, what it asks. */
export function roomHead(setUp: SetUp, siteUrl: string, sent: Sent = NOTHING_SENT, invitation?: Invitation): Html {
  const { id, name, rhythm, notes, archived } = setUp
  const questions = setUp.questions.filter((q) => !q.own)
  return html`<div class="form"><header><h1>${name}</h1></header>
${endedRoom(setUp) ?? howToJoin(setUp, siteUrl)}
<section class="block" aria-labelledby="ticks-h"><h2 id="ticks-h">When pictures are made</h2>${nextTicks(setUp)}
${rhythm === 'named' && !archived && addTicksForm(id, sentFrom('ticks', sent))}</section>
<section class="block" aria-labelledby="asks-h"><h2 id="asks-h">What this course asks</h2>
${notes.map((note) => html`<p><b>${note}</b></p>`)}
<details class="fold"><summary>${questions.length === 1 ? 'One question' : `${questions.length} questions`}</summary><ul>${questions.map((q) => html`<li>${q.ask}</li>`)}</ul></details></section>
${roomOwnQuestions(setUp, sent)}${inAChannel(setUp)}${namesForm(setUp)}${roomLife(setUp, siteUrl, sent, invitation)}</div>`
}

const howToJoin = ({ joinCode, open }: SetUp, siteUrl: string): Html =>
  html`<section class="block" aria-labelledby="join-h"><h2 id="join-h">How people join</h2>
<div class="join"><div><p>Go to <b>${siteUrl.replace(/^https?:\/\//, '')}/join</b> and type</p><p class="codeword">${joinCode.replaceAll('-', ' ')}</p>
<p class="small soft">Or open <a href="/join/${joinCode}">${siteUrl}/join/${joinCode}</a>. People choose whether to be counted. Nothing here tells you who has joined.</p>${!open && html`<p><b>The door is shut: nobody new can join.</b></p>`}</div></div></section>`

const addTicksForm = (cohort: string, sent: Sent): Html =>
  html`<details class="fold"${sent.message && html` open`}><summary>Add a time</summary><form method="post" action="/api/cohorts/${cohort}/ticks"><input type="hidden" name="form" value="ticks">${problemList(sent)}
<div>${textField(sent, 'ticks', 'Date and time (UK time)', { type: 'datetime-local', hint: 'At least 24 hours from now, so that everybody can see it coming.' })}</div>
<p class="start"><button class="btn" type="submit">Add this time</button></p></form></details>`

const inAChannel = ({ id, channelSees }: SetUp): Html =>
  html`<section class="block" aria-labelledby="channel-h"><h2 id="channel-h">In a Slack channel</h2>
<p>Questions of this course can be posted in a channel, at times that you plan. People answer in private. ${channelSees ? 'Its pictures are shown there too.' : 'Its pictures stay in this room.'}</p>
<p><a href="/trainer/cohorts/${id}/channel">Connect a channel, and plan questions</a></p></section>`
