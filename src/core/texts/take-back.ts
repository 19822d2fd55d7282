import { leave } from '../cards/leave.ts'
import { type Statement, statement } from '../db/db.ts'
import type { World } from '../world.ts'
import type { OpenedText } from './approved-text.ts'

/**
 * The statements that take approvals back. The unit only stands if no tick made a card of one meanwhile: that card
 * would stay. What is on a card goes with the next tick, so that nobody sees when it was taken back.
 */
export const takeBack = ({ db, clock }: World, texts: OpenedText[]): Statement[] =>
  texts
    .filter((text) => text.withdrawnAt === null)
    .flatMap((text) => {
      const withdrawn = db.draft
        .updateTable('approved_text')
        .set({ withdrawn_at: clock.now() })
        .where('learner_id', '=', text.learnerId)
        .where('question_id', '=', text.questionId)
        .where('nth', '=', text.nth)
        .where('sealed', '=', text.sealed)
        .where('withdrawn_at', 'is', null)
      return [
        statement(withdrawn, 1),
        ...(text.card ? [leave(db, { id: text.card.id, cohort: text.cohort }, clock.now())] : []),
      ]
    })
