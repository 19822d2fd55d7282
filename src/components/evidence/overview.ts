import type { Counts, EvidenceStandard } from '#core/evidence/my-evidence.ts'
import { type Html, html } from '../html.ts'
import { filteredPath, SECTIONS } from './filter-form.ts'

/** Heading by heading, how many clauses there are and how many stand where. */
export const overview = (standards: EvidenceStandard[]): Html =>
  html`<section aria-labelledby="overview"><h2 id="overview">At a glance</h2>${standards.map(oneStandard)}</section>`

function oneStandard({ id, name, path, statusNote, counts, sections }: EvidenceStandard): Html {
  const heads = ['Heading', 'Clauses', 'Confirmed', 'To review', 'Suggested', 'Nothing yet']
  return html`<section aria-labelledby="at-${id}"><h3 id="at-${id}"><a href="${path}">${name}</a></h3><p class="small soft">${id}. ${statusNote}</p>
<div class="tablewrap" tabindex="0" role="region" aria-labelledby="at-${id}"><table class="counts"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>${sections.map(
    ({ kind, groups }) =>
      html`<tbody>${groups.map(
        (group) =>
          html`<tr><th scope="row"><a href="${filteredPath({ standard: id, section: kind, state: '' })}#clauses">${SECTIONS[kind]}</a>${group.heading && html`<span class="stand">${group.heading}</span>`}</th>${cells(group.counts)}</tr>`,
      )}</tbody>`,
  )}<tfoot><tr><th scope="row">All of it</th>${cells(counts)}</tr></tfoot></table></div>
<p><a href="/notebook/portfolio/${id.toLowerCase()}">My portfolio for ${id}</a>: every clause with what I confirmed, to print or keep</p></section>`
}

const cells = ({ clauses, confirmed, review, suggested, none }: Counts): Html[] =>
  [clauses, confirmed, review, suggested, none].map((count) => html`<td>${count}</td>`)
