import { type Db, type Statement, statement } from '../db/db.ts'

/** The statement that lets a card go with its cohort's next tick. Asked twice, it goes at the earlier one's. */
export const leave = (db: Db, card: { id: string; cohort: string }, now: number): Statement =>
  statement(
    db.draft
      .insertInto('leaving_card')
      .values({ card_id: card.id, cohort_id: card.cohort, asked_at: now })
      .onConflict((c) => c.doNothing()),
  )
