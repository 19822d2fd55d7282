import type { Participation } from '#core/release/bands.ts'
import { type Html, html } from '../html.ts'

const WORDS: Record<Participation, string> = { '0-4': '0–4', '5-9': '5–9', '10-19': '10–19', '20+': '20+' }

/** How many people took part, as a band. */
export function participationLadder(current: Participation): Html {
  return html`<ul role="list" class="ladderband">${Object.entries(WORDS).map(([band, words]) =>
    band === current
      ? html`<li class="on">${words}<span class="vh"> (this group)</span></li>`
      : html`<li>${words}</li>`,
  )}</ul>`
}

/** The same in words, for somebody who thinks about joining. */
export const participationWords = (band: Participation): string =>
  band === '0-4'
    ? 'Nobody’s answers have been shown yet.'
    : `So far, answers of ${band === '20+' ? '20 or more' : band.replace('-', ' to ')} people have been counted.`
