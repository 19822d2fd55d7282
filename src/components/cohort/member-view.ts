import type { CohortForLearner } from '#core/cohorts/cohort-for-learner.ts'
import type { MyShownGap } from '#core/release/gap-receipts.ts'
import { type Html, html } from '../html.ts'
import type { Times } from '../question/state.ts'
import { memberEnded } from './member-ended.ts'
import { memberOwnQuestions } from './member-own-questions.ts'
import { memberWords } from './member-words.ts'
import { myPartWords } from './my-part-words.ts'
import { missingProof } from './sign-in-words.ts'
import { tickWords } from './tick-words.ts'
import { whoWillSee } from './who-will-see.ts'

/** A course as one of its learners sees it: the choice to be counted, what was shown of theirs, and the way out. */
export function memberView(course: CohortForLearner, times: Times, reported = false): Html {
  const { id, name, counted, mine, archived, shownGaps } = course
  return html`<div class="form"><header><h1>${name}</h1></header>${archived && memberEnded(archived)}
${!archived && whetherCounted(course)}
<section class="block" aria-labelledby="mine-h"><h2 id="mine-h">What has been shown of yours</h2>
<p class="small soft">Only you can see this. Below the number of people a question needs, answers stay unseen; nobody is told how many are missing.</p>
<dl>${mine.filter((m) => m.state !== 'none').map((m) => html`<dt>${m.question.ask}</dt>${myPartWords(m).map((line) => html`<dd>${line}</dd>`)}${counted && !archived && m.hasWords && html`<dd><a href="/share/${m.question.id}">Show some of my words</a></dd>`}`)}</dl>
${mine.every((m) => m.state === 'none') && html`<p class="none-yet">You haven’t answered any of its questions yet.</p>`}
${shownGaps.length > 0 && askedToo(shownGaps)}
<p class="small"><a href="/companion/unanswered">What the companion couldn’t answer for me</a></p></section>
${memberOwnQuestions(name, course.own, times)}
${memberWords(course, reported)}${whoWillSee(course)}
<section class="block" aria-labelledby="leave-h"><h2 id="leave-h">Leave this course</h2>
<p>What waits will not be counted here. Pictures that were already made stay as they are; nothing in them leads to you. The trainer isn’t told. Your notebook stays yours.</p>
<form method="post" action="/api/cohorts/${id}/leave"><button class="btn" type="submit">Leave this course</button></form></section></div>`
}

const whetherCounted = ({ id, counted, verified, demand, staffNearby, channelSees }: CohortForLearner): Html =>
  html`<section class="block" aria-labelledby="counted-h"><h2 id="counted-h">${counted ? 'Your answers may be counted' : 'Your answers are not counted'}</h2>
<p>${counted ? `They become part of pictures of the whole group, never by themselves.${channelSees ? ' Everybody in the course’s Slack channel sees these pictures too.' : ''}` : 'You have kept them to yourself. You can take part in everything all the same.'}</p>
${counted && !verified && html`<p>${missingProof(demand)}</p>`}${counted && staffNearby && html`<p>You run a course that shares a trainer with this one, so your answers are not counted here.</p>`}
<form method="post" action="/api/cohorts/${id}/counted"><input type="hidden" name="counted" value="${counted ? 'no' : 'yes'}"><button class="btn" type="submit">${counted ? 'Stop counting my answers' : 'Count my answers'}</button></form></section>`

const askedToo = (gaps: MyShownGap[]): Html =>
  html`<h3>What you asked the companion</h3><ul>${gaps.map(
    ({ closedAt, under }) =>
      html`<li>A question of yours that the companion couldn’t answer was counted on ${tickWords(closedAt)}, under the heading “${under}”. Its words were not shown.</li>`,
  )}</ul>`
