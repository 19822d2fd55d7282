import type { EvidencePiece } from '#core/evidence/piece.ts'
import { type Html, html } from '../html.ts'

/** Answers that I use for no clause. That is no gap: most of what people write here is for themselves. */
export function unusedAnswers(unused: EvidencePiece[]): Html | null {
  if (unused.length === 0) return null
  return html`<section aria-labelledby="unused"><h2 id="unused">What I haven’t used</h2>
<details class="fold"><summary>${unused.length === 1 ? 'One answer is' : `${unused.length} answers are`} confirmed for no clause</summary><p>That is fine: much of what you write here is for you. Private notes are not in this list.</p><ul>${unused.map(({ question, ask }) => html`<li><a href="/notebook#${question.id}">${ask}</a></li>`)}</ul></details></section>`
}
