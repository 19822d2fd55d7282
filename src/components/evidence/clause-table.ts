import type { EvidenceRow } from '#core/evidence/evidence-row.ts'
import type { EvidenceStandard } from '#core/evidence/my-evidence.ts'
import { type Html, html } from '../html.ts'
import type { Times } from '../question/state.ts'
import { SECTIONS } from './filter-form.ts'
import { pieceLines } from './piece-lines.ts'
import { stateMark } from './state-mark.ts'

/** The clauses of one standard that were asked for, each beside what I have for it; null where none was. */
export function clauseTables({ id, name, sections }: EvidenceStandard, page: string, times: Times): Html | null {
  const tables = sections.flatMap(({ kind, groups }) =>
    groups.flatMap(({ heading, rows }) =>
      rows.length ? [table(`${id}: ${[SECTIONS[kind], heading].filter(Boolean).join(', ')}`, rows, page, times)] : [],
    ),
  )
  return tables.length
    ? html`<section aria-labelledby="of-${id}"><h3 id="of-${id}">${name}</h3>${tables}</section>`
    : null
}

const table = (caption: string, rows: EvidenceRow[], page: string, times: Times): Html =>
  html`<table class="cover"><caption>${caption}</caption><thead><tr><th scope="col">Clause</th><th scope="col">What it says</th><th scope="col">My answers</th><th scope="col">Where it stands</th></tr></thead><tbody>${rows.map((row) => one(row, page, times))}</tbody></table>`

function one(row: EvidenceRow, page: string, times: Times): Html {
  const { clause, state, note } = row
  const back = `${page}#${clause.uid}`
  return html`<tr id="${clause.uid}"><th scope="row"><a class="code" href="${clause.path}#mine">${clause.short}</a></th><td>${clause.text}</td><td>${pieceLines(row, back, times)}${note && html`<p class="small">My note to the assessor is <a href="${clause.path}#note">on its page</a>.</p>`}</td><td>${stateMark(state)}</td></tr>`
}
