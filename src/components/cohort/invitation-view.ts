import type { Invited } from '#core/cohorts/show-invitation.ts'
import { problemList, textField } from '../form/field.ts'
import { NOTHING_SENT, type Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'

const names = new Intl.ListFormat('en-GB')

/** What running a course with others means, and the choice to do so. */
export function invitationView(invited: Invited, secret: string, sent: Sent = NOTHING_SENT): Html {
  const { course, trainers, questions, isMember, runs } = invited
  if (runs)
    return html`<div class="form"><header><h1>${course}</h1></header><p>You run this course already. The invitation still works for somebody else. <a href="/trainer/cohorts/${runs}">Open the training room</a></p></div>`
  return html`<div class="form"><header><h1>Run ${course}</h1></header>
<section class="block" aria-labelledby="what-h"><h2 id="what-h">What it means</h2>
<p>${names.format(trainers)} ${trainers.length === 1 ? 'runs' : 'run'} this course. You would run it with them: you see its pictures of the group and can change what they can change. You never see who is in it, or what anybody wrote.</p>
<p>Learners see your name. Your own answers are not counted in this course, nor in any course that shares a trainer with it, now or later.</p>
${isMember && html`<p><b>You have joined this course as a learner. That ends when you say yes.</b> What waits is not counted there. What was counted stays in its pictures, where nobody can find it. Nobody is told that you were a learner here, and your notebook stays yours.</p>`}
<details class="fold"><summary>${questions.length === 1 ? 'The question it asks' : `The ${questions.length} questions it asks`}</summary><ul>${questions.map((q) => html`<li>${q.ask} <span class="soft small">(shown from ${q.needs} people)</span></li>`)}</ul></details></section>
<form class="block" method="post" action="/api/invitations/${secret}">${problemList(sent)}
<div>${textField(sent, 'name', 'Your name', { hint: 'Learners see it, so that they know whose course this is.' })}</div>
<p class="start"><button class="btn main" type="submit">Run this course</button> <a href="/trainer">Not now</a></p></form></div>`
}
