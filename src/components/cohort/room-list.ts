import type { MyCohort } from '#core/cohorts/my-cohorts.ts'
import { type Html, html } from '../html.ts'

/** The training rooms of a trainer. */
export function roomList(cohorts: MyCohort[]): Html {
  if (cohorts.length === 0)
    return html`<p>You have no training room yet. You can set one up below; it takes about ten minutes.</p>`
  return html`<ul>${cohorts.map(({ id, name, joinCode, ended }) => html`<li><a href="/trainer/cohorts/${id}">${name}</a> <span class="soft small">${ended ? 'Has ended' : `Join code: ${joinCode.replaceAll('-', ' ')}`}</span></li>`)}</ul>`
}
