import type { EvidenceRow } from '#core/evidence/evidence-row.ts'
import type { ConfirmedPiece, EvidencePiece, SuggestedPiece } from '#core/evidence/piece.ts'
import { type Html, html } from '../html.ts'
import { timeWords } from '../question/saved-words.ts'
import type { Times } from '../question/state.ts'
import { confirmedForm, suggestedForm } from './piece-form.ts'
import { reviewWords } from './review-words.ts'

/** The answers of a clause's row in the matrix: which, of when, and what to do. Their words are a link away. */
export function pieceLines({ clause, confirmed, suggested }: EvidenceRow, page: string, times: Times): Html | null {
  if (confirmed.length + suggested.length === 0) return null
  const where = { clause: clause.uid, page }
  return html`<ul role="list" class="pieces">${confirmed.map(
    (piece) =>
      html`<li>${askLink(piece)} <span class="small soft">${confirmedWords(piece, times)}</span>${piece.review && reviewWords(piece.review)}${confirmedForm(piece, where)}</li>`,
  )}${suggested.map(
    (piece) =>
      html`<li>${askLink(piece)} <span class="small soft">${suggestedWords(piece, times)}</span>${suggestedForm(piece, where)}</li>`,
  )}</ul>`
}

const askLink = ({ question, ask }: ConfirmedPiece | SuggestedPiece): Html =>
  html`<a href="/notebook#${question.id}">${ask}</a>`

export const confirmedWords = (piece: ConfirmedPiece, times: Times): string => {
  if (piece.isTakenBack) return 'You took this answer back, so it no longer counts here.'
  const edited = piece.isEdited ? ' You have changed it since you confirmed it.' : ''
  return `${savedWords(piece, times)}${edited}`
}

/** When it was saved, and whether it came in a file. */
const savedWords = ({ savedAt, imported }: EvidencePiece, times: Times): string =>
  `Saved, ${timeWords(savedAt, times)}${imported ? ', and brought in from a file' : ''}.`

export const suggestedWords = (piece: SuggestedPiece, times: Times): string =>
  `${savedWords(piece, times)} ${piece.reason === 'question' ? 'Suggested, because its question was written with this clause in mind.' : 'Suggested, because it has words of this clause.'}`
