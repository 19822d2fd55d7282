import type { EvidenceStandard } from '#core/evidence/my-evidence.ts'
import { flag, type Html, html } from '../html.ts'
import { STATE_WORDS } from './state-mark.ts'

/** What is shown of the matrix; blank shows all, and a standard's id is one in capitals or not. It stands in the address: none of it is a word of mine. */
export interface Filter {
  standard: string
  section: string
  state: string
}

export const SECTIONS = { performance: 'What you do', knowledge: 'What you know and understand' }

export function filterForm(standards: EvidenceStandard[], filter: Filter): Html {
  const menu = (name: keyof Filter, label: string, options: [value: string, words: string][]) =>
    html`<label class="lab" for="${name}">${label}<select class="field" id="${name}" name="${name}"><option value="">All</option>${options.map(
      ([value, words]) =>
        html`<option value="${value}"${flag('selected', filter[name].toLowerCase() === value.toLowerCase())}>${words}</option>`,
    )}</select></label>`
  return html`<form class="filter" method="get" action="/notebook/evidence#clauses">${menu(
    'standard',
    'Standard',
    standards.map(({ id, name }) => [id, name]),
  )}${menu('section', 'Part of it', Object.entries(SECTIONS))}${menu('state', 'Where it stands', Object.entries(STATE_WORDS))}<button class="btn" type="submit">Show</button></form>`
}

/** The address of the matrix as it is filtered. */
export function filteredPath(filter: Filter): string {
  const set = Object.entries(filter).filter(([, value]) => value !== '')
  return set.length ? `/notebook/evidence?${new URLSearchParams(set)}` : '/notebook/evidence'
}
