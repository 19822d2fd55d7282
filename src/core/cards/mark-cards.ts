import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { staffedCohort } from '../cohorts/find-cohort.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'

const input = z.strictObject({
  cohort: z.string().max(100),
  cards: z.array(z.string().max(100)).min(1, 'Choose at least one card.').max(500),
  /** Shown to the group, or kept from it. */
  as: z.enum(['shown', 'hidden'], 'Choose whether to show these cards or to hide them.'),
})

/** A trainer shows cards to the group, or hides them. They name the cards that they have read: what came since stays new. */
export const markCards = define({
  input,
  async run(world, actor, sent): Promise<{ cards: number }> {
    const cohort = await staffedCohort(world, requireTrainer(actor), sent.cohort)
    const { db } = world
    const ids = [...new Set(sent.cards)]
    const mark = db.draft.updateTable('card').set({ state: sent.as })
    const unit = [statement(mark.where('cohort_id', '=', cohort.id).where('id', 'in', ids), ids.length)]
    if (!(await db.write(unit)).committed) throw notFound('one of these cards. It may have been taken back; look again')
    return { cards: ids.length }
  },
})
