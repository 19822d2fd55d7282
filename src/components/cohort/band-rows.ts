import type { Band } from '#core/release/bands.ts'
import { type Html, html, raw } from '../html.ts'

const WORDS: Record<Band, string> = { 'few-or-none': 'few or none', some: 'some', most: 'most' }
const FILLED: Record<Band, number> = { 'few-or-none': 1, some: 2, most: 3 }
/** Cut by hand, so no two are quite square. */
const SQUARES = [
  'M2.7 3.2L37.1 2.5L37 37.3L2.5 36.6Z',
  'M2.7 2.8L37.3 3.5L37.1 37.3L2.9 36.9Z',
  'M2.9 2.6L36.7 2.8L37.4 37L3.5 36.7Z',
]
const INK = raw('fill="var(--key)"')
const EMPTY = raw('fill="none" stroke="var(--edge)" stroke-width="2" stroke-dasharray="3 4"')

const square = (path: string, filled: boolean): Html =>
  html`<svg viewBox="0 0 40 40" aria-hidden="true" focusable="false"><path d="${path}" ${filled ? INK : EMPTY}/></svg>`

/** One row for each option: its words, three squares, and the band in words. Every row is there whatever was chosen. */
export function bandRows(cells: { label: string; band: Band }[]): Html {
  // In two columns on a wide screen, so that a question stays on one.
  return html`<dl class="bands${cells.length > 4 && ' two'}">${cells.map(
    ({ label, band }) =>
      html`<div class="band"><dt>${label}</dt><dd class="pic">${SQUARES.map((path, i) => square(path, i < FILLED[band]))}</dd><dd class="wd">${WORDS[band]}</dd></div>`,
  )}</dl>`
}
