import type { OwnAnswer } from '#core/cohorts/cohort-for-learner.ts'
import { type Html, html } from '../html.ts'
import { renderQuestion } from '../question/render-question.ts'
import type { Times } from '../question/state.ts'

/** The questions that the trainers of a course wrote for it, to answer here. */
export function memberOwnQuestions(course: string, own: OwnAnswer[], times: Times): Html | null {
  if (own.length === 0) return null
  return html`<section class="block ownq" aria-labelledby="own-h"><h2 id="own-h">Questions from your trainer</h2>
<p>Only people on this course are asked these. They were written by its trainers and not by us. You can skip every one of them.</p>
${own.map(({ question, answer }) => renderQuestion(question, { ...(answer && { answer }), times, page: `/cohort/${question.own?.cohort}` }))}
<p class="small soft">If a question seems to be about one person, or to fish for who somebody is, leave it out, and tell ${course}’s trainer or somebody you trust.</p></section>`
}
