import type { MyEvidence } from '#core/evidence/my-evidence.ts'
import { type Html, html } from '../html.ts'
import type { Times } from '../question/state.ts'
import { pairForm } from './pair-form.ts'
import { confirmedWords } from './piece-lines.ts'

/** What I confirmed for clauses that the standards no longer have, in their old words. */
export function goneClauses(gone: MyEvidence['gone'], page: string, times: Times): Html | null {
  if (gone.length === 0) return null
  return html`<section aria-labelledby="gone"><h2 id="gone">To review: clauses that are gone</h2><p>These clauses are in no standard here any more. What you confirmed for them is kept until you remove it.</p>
${gone.map(
  ({ uid, label, text, confirmed }) =>
    html`<article><h3>${label}</h3><blockquote><p>“${text}”</p></blockquote><ul role="list" class="pieces">${confirmed.map(
      (piece) =>
        html`<li><a href="/notebook#${piece.question.id}">${piece.ask}</a> <span class="small soft">${confirmedWords(piece, times)}</span>${pairForm({ question: piece.question.id, clause: uid, page }, [['remove', 'Remove']], piece.ask)}</li>`,
    )}</ul></article>`,
)}</section>`
}
