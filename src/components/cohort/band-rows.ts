import type { Band } from '#core/release/bands.ts'
import { type Html, html, raw } from '../html.ts'
import { BAND_WORDS, FILLED, SQUARES } from './band-marks.ts'

const INK = raw('fill="var(--key)"')
const EMPTY = raw('fill="none" stroke="var(--edge)" stroke-width="2" stroke-dasharray="3 4"')

const square = (path: string, filled: boolean): Html =>
  html`<svg viewBox="0 0 40 40" aria-hidden="true" focusable="false"><path d="${path}" ${filled ? INK : EMPTY}/></svg>`

/** One row for each option: its words, three squares, and the band in words. Every row is there whatever was chosen. */
export function bandRows(cells: { label: string; band: Band }[]): Html {
  // In two columns on a wide screen, so that a question stays on one.
  return html`<dl class="bands${cells.length > 4 && ' two'}">${cells.map(
    ({ label, band }) =>
      html`<div class="band"><dt>${label}</dt><dd class="pic">${SQUARES.map((path, i) => square(path, i < FILLED[band]))}</dd><dd class="wd">${BAND_WORDS[band]}</dd></div>`,
  )}</dl>`
}
