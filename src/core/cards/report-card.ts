import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { joinedCohort } from '../cohorts/find-cohort.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'

/**
 * Somebody of the group asks for a card to be taken away. It is put aside with the next tick, for everybody at once: any
 * sooner, and the trainer would see when somebody of the group was there. Who asked is kept nowhere. A trainer who has
 * read it may show it again; then it stays.
 */
export const reportCard = define({
  input: z.strictObject({ cohort: z.string().max(100), card: z.string().max(100) }),
  async run({ db, clock }, actor, sent): Promise<{ reported: true }> {
    const { cohort } = await joinedCohort(db, requireLearner(actor), sent.cohort)
    const card = await db.read
      .selectFrom('card')
      .select('id')
      .where('id', '=', sent.card)
      .where('cohort_id', '=', cohort.id)
      .where('state', '=', 'shown')
      .executeTakeFirst()
    if (!card) throw notFound('that card. It may have been taken away already')
    const report = db.draft.updateTable('card').set({ reported_at: clock.now() })
    await db.write([statement(report.where('id', '=', card.id).where('reported_at', 'is', null))])
    return { reported: true }
  },
})
