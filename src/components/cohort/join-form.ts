import type { ToJoin } from '#core/cohorts/cohort-to-join.ts'
import { choice, problemList, wrongWords } from '../form/field.ts'
import { NOTHING_SENT, type Sent } from '../form/sent.ts'
import { type Html, html } from '../html.ts'
import { whoWillSee } from './who-will-see.ts'

/** What a course is, and the choice to be counted in it or not. Neither is chosen beforehand. */
export function joinForm(course: ToJoin, sent: Sent = NOTHING_SENT): Html {
  if (course.joined)
    return html`<div class="form"><header><h1>${course.name}</h1></header><p>You have joined this course. <a href="/cohort/${course.id}">See what it is, and what of yours was shown</a></p></div>`
  if (!course.open)
    return html`<div class="form"><header><h1>${course.name}</h1></header><p>This course takes no new people just now. If you think it should, please ask whoever gave you the code.</p></div>`
  return html`<div class="form"><header><h1>Join ${course.name}</h1></header>${problemList(sent)}${whoWillSee(course)}
<form method="post" action="/api/join"><input type="hidden" name="code" value="${course.joinCode}">
<fieldset class="block" id="counted"><legend>May your answers be counted?</legend>${wrongWords(sent, 'counted')}
<div class="opts">${choice(sent, 'radio', 'counted', 'yes', html`Yes, count my answers<span>as part of the group, never by themselves${course.channelSees && '. Everybody in the course’s Slack channel sees the pictures too'}</span>`)}${choice(sent, 'radio', 'counted', 'no', html`No, keep my answers to myself<span>you can take part in everything all the same</span>`)}</div>
<p class="small soft">You can change this at any time. If you haven’t written anything yet, joining starts a private notebook in this browser, with one cookie.</p></fieldset>
<p class="start"><button class="btn main" type="submit">Join</button></p></form></div>`
}
