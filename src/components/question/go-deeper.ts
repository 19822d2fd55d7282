import { type Html, html } from '../html.ts'

/** One nudge at a time: each fold holds the next. */
export function goDeeper(nudges: string[]): Html | null {
  return nudges.reduceRight<Html | null>(
    (next, nudge, i) =>
      html`<details class="fold"><summary>${i === 0 ? 'Go a bit deeper' : 'Another thought'}</summary><p>${nudge}</p>${next}</details>`,
    null,
  )
}
