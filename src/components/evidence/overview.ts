import type { EvidenceState } from '#core/evidence/gather.ts'
import type { Counts, EvidenceStandard } from '#core/evidence/my-evidence.ts'
import { type Html, html } from '../html.ts'
import { filteredPath, SECTIONS } from './filter-form.ts'
import { STATE_WORDS } from './state-mark.ts'

const STATES = Object.keys(STATE_WORDS) as EvidenceState[]

/** Heading by heading, how many clauses there are and how many stand where; each number leads to its clauses. */
export const overview = (standards: EvidenceStandard[]): Html =>
  html`<section aria-labelledby="overview"><h2 id="overview">At a glance</h2>${standards.map(oneStandard)}</section>`

function oneStandard({ id, name, path, statusNote, counts, sections }: EvidenceStandard): Html {
  return html`<div class="glance"><h3><a href="${path}">${name}</a></h3><p class="small soft">${id}. ${statusNote}</p>
<p>${sumOf(counts)}</p><details class="fold"><summary>Heading by heading<span class="vh"> of ${name}</span></summary><table class="counts"><thead><tr>${['Heading', 'Clauses', ...STATES.map((state) => STATE_WORDS[state])].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>${sections.map(
    ({ kind, counts: ofPart, groups }) =>
      html`<tbody><tr class="part"><th scope="row">${SECTIONS[kind]}</th>${cells(ofPart, id, kind)}</tr>${groups.map(
        (group) =>
          group.heading && html`<tr><th scope="row">${group.heading}</th>${cells(group.counts, id, kind)}</tr>`,
      )}</tbody>`,
  )}</table></details>
<p><a href="/notebook/portfolio/${id.toLowerCase()}">My portfolio for ${id}</a>: its clauses with what I confirmed, to print or keep</p></div>`
}

/** "1 of 26 clauses confirmed, 2 suggested." */
const sumOf = ({ clauses, confirmed, review, suggested }: Counts): string =>
  [
    `${confirmed} of ${clauses} clauses confirmed`,
    review > 0 && `${review} to review`,
    suggested > 0 && `${suggested} suggested`,
  ]
    .filter(Boolean)
    .join(', ')
    .concat('.')

const cells = (counts: Counts, standard: string, section: keyof typeof SECTIONS): Html[] => [
  html`<td data-of="Clauses">${counts.clauses}</td>`,
  ...STATES.map(
    (state) =>
      html`<td data-of="${STATE_WORDS[state]}">${counts[state] > 0 ? html`<a href="${filteredPath({ standard, section, state })}#clauses">${counts[state]}</a>` : 0}</td>`,
  ),
]
