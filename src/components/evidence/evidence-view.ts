import type { MyEvidence } from '#core/evidence/my-evidence.ts'
import { type Html, html } from '../html.ts'
import type { Times } from '../question/state.ts'
import { clauseTables } from './clause-table.ts'
import { type Filter, filteredPath, filterForm } from './filter-form.ts'
import { goneClauses } from './gone-clauses.ts'
import { overview } from './overview.ts'
import { unusedAnswers } from './unused-answers.ts'

/** My answers beside every clause that can be assessed. */
export function evidenceView({ standards, gone, unused }: MyEvidence, filter: Filter, times: Times): Html {
  const page = filteredPath(filter)
  const tables = standards.map((standard) => clauseTables(standard, page, times))
  const rows = standards.flatMap(({ sections }) =>
    sections.flatMap(({ groups }) => groups.flatMap((group) => group.rows)),
  )
  const all = standards.reduce((sum, { counts }) => sum + counts.clauses, 0)
  return html`<div class="evidence"><header><nav aria-label="Where you are"><a href="/notebook">My notebook</a></nav><h1>My notes and the standards</h1>
<p>Here are the ${all} clauses that can be assessed, and your answers that may help you start a record for them. A note is not proof that you can do something: an assessor decides that, from your real work. A suggestion is made on this site’s own machine, and only what you confirm counts. Only you see this page.</p></header>
${goneClauses(gone, page, times)}${overview(standards)}
<section aria-labelledby="clauses"><h2 id="clauses">Clause by clause</h2>${filterForm(standards, filter)}
<p role="status">${rows.length === all ? `All ${all} clauses.` : rows.length === 1 ? 'One clause.' : `${rows.length} of ${all} clauses.`}</p>${tables}</section>
${unusedAnswers(unused)}</div>`
}
