import { type Html, html, raw } from '../../html.ts'

/** By row of the question. The name stands beside each, so none is read out. */
const PATHS: Record<string, string> = {
  place: 'M2 21h5v-5h5v-5h5V6h5',
  information: 'M3 4h18v12H11l-5 5v-5H3zM7 9h10M7 12h6',
  attitudes: 'M2 12c5-8 15-8 20 0c-5 8-15 8-20 0zM12 9a3 3 0 1 0 .1 0',
  rules: 'M5 2h10l4 4v16H5zM9 9h6M9 13h6M9 17h3',
  'time-and-money': 'M12 3a9 9 0 1 0 .1 0M12 7v5l4 2',
}

export const barrierIcon = (kind: string): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${raw(PATHS[kind] ?? '')}"/></svg>`
