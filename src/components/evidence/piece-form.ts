import type { ConfirmedPiece, SuggestedPiece } from '#core/evidence/piece.ts'
import type { Html } from '../html.ts'
import { pairForm } from './pair-form.ts'

interface Where {
  /** The clause's id. */
  clause: string
  /** Where to come back to. */
  page: string
}

/** What can be done with a piece that was confirmed. */
export const confirmedForm = (piece: ConfirmedPiece, where: Where): Html =>
  pairForm(
    { question: piece.question.id, ...where },
    piece.review && !piece.isTakenBack
      ? [
          ['confirm', 'It still fits'],
          ['remove', 'Remove'],
        ]
      : [['remove', 'Remove']],
    piece.ask,
  )

/** What can be done with a suggestion. */
export const suggestedForm = (piece: SuggestedPiece, where: Where): Html =>
  pairForm(
    { question: piece.question.id, ...where },
    [
      ['confirm', 'Confirm'],
      ['dismiss', 'No, not this'],
    ],
    piece.ask,
  )
