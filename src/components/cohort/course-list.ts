import type { JoinedCohort } from '#core/cohorts/joined-cohorts.ts'
import { type Html, html } from '../html.ts'

/** The courses that a learner has joined. */
export function courseList(cohorts: JoinedCohort[]): Html {
  if (cohorts.length === 0)
    return html`<p>You haven’t joined a course. You don’t need to: everything here can be read and answered without one.</p>`
  return html`<ul>${cohorts.map(({ id, name, counted }) => html`<li><a href="/cohort/${id}">${name}</a> <span class="soft small">${counted ? 'Your answers may be counted' : 'Your answers are not counted'}</span></li>`)}</ul>`
}
