import type { ReleasedGap } from '#core/insights/released-gaps.ts'
import type { Askers } from '#core/release/bands.ts'
import { type Html, html } from '../html.ts'
import { tickWords } from './tick-words.ts'

const WORDS: Record<Askers, string> = { '5-19': '5 to 19 people', '20+': '20 people or more' }

/** The headings near which enough people asked, for their trainer. What they asked isn't there to show. */
export function releasedGapsView(gaps: ReleasedGap[]): Html {
  return html`<section class="form" aria-labelledby="gaps-h"><div class="block"><h2 id="gaps-h">What people asked and the standards don’t answer</h2>
<p>When enough people ask the companion something that it can’t answer, you see the heading of the standards that is nearest, and roughly how many people. Nobody sees what they asked. You could bring the heading up with the whole group.</p>
${gaps.length === 0 ? html`<p><b>Not enough yet.</b></p>` : html`<dl>${gaps.toReversed().map(row)}</dl>`}</div></section>`
}

const row = ({ standard, heading, path, askers, closedAt }: ReleasedGap): Html =>
  html`<dt><a href="${path}">${standard}, ${heading}</a></dt><dd>${WORDS[askers]}, gathered on ${tickWords(closedAt)}</dd>`
