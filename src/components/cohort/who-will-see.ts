import type { Demand } from '#core/cohorts/demand.ts'
import type { Participation } from '#core/release/bands.ts'
import { type Html, html } from '../html.ts'
import { participationWords } from './participation-ladder.ts'
import { proofWords } from './sign-in-words.ts'
import { nextTicks } from './tick-words.ts'

export interface Course {
  k: number
  trainers: string[]
  rhythm: 'named' | 'nightly'
  settleDays: number
  nextTicks: string[]
  participation: Participation
  askersNeeded: number
  demand: Demand | null
  channelSees: boolean
  questions: { ask: string; needs: number; own: object | null; retired: boolean }[]
}

/** Who sees what of a course, in plain words: the same before joining and after. */
export function whoWillSee(course: Course): Html {
  const { k, participation, trainers } = course
  const questions = course.questions.filter((q) => !q.retired)
  const most = Math.max(k, ...questions.map((q) => q.needs))
  const who = new Intl.ListFormat('en-GB').format(trainers)
  return html`<section class="block" aria-labelledby="who-h"><h2 id="who-h">Who sees what</h2>
<p><b>You</b> see everything you write. Nobody else sees your words, unless you choose some to show and approve them just as they will look.</p>
<p><b>${who}</b> ${trainers.length === 1 ? 'runs' : 'run'} this course, and can’t see who joins, who answers or when. If you choose to be counted, they see whether few or none, some, or most of the group chose each option. They see it only once ${k} or more people have answered${most > k && `, or ${most} for a personal question`}.</p>
${course.channelSees && html`<p><b>Everybody in the course’s Slack channel</b> sees these pictures too: they are posted there once they are made. Guests, people of other workspaces and people who come later may be among them.</p>`}
<p>If you are counted and the companion can’t answer something you ask it, or you say that it didn’t, your question is kept for 90 days, locked with your key. Once ${course.askersNeeded} or more people have asked near the same heading of a standard, ${trainers.length === 1 ? 'the trainer sees' : 'the trainers see'} that heading and roughly how many people, never a word of a question.</p>
<p>Only people count who ${proofWords(course.demand)}. Trainers don’t count.</p>
<p>${participationWords(participation)} You can’t see the number of people who have joined, and neither can anybody else: if it moved, it would tell who joins.</p>
<p class="small">There is a limit. If several people in a small group work together with the trainer, they may be able to work out more about the others, even that somebody answered. <a href="/who-sees-what#trainer">More about who sees what</a></p></section>
<section class="block" aria-labelledby="when-h"><h2 id="when-h">When pictures are made</h2>${nextTicks(course)}
<p>What was gathered then never changes. If you change an answer later, the old picture stays as it was.</p></section>
<section class="block" aria-labelledby="asks-h"><h2 id="asks-h">What it asks</h2>
<details class="fold"><summary>${questions.length === 1 ? 'One question' : `${questions.length} questions`}</summary><ul>${questions.map((q) => html`<li>${q.ask} <span class="soft small">(${q.own && 'written by a trainer; '}shown from ${q.needs} people)</span></li>`)}</ul></details>
<p class="small soft">Every question can be skipped. Private questions are never counted.</p></section>`
}
