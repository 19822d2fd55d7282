import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { dropWaiting, learnersOfRoot } from './settings.ts'

/**
 * Switches prompts off at once, and drops what was about to be sent. The other settings stay for another time. True when
 * they were on.
 */
export const stopPrompts = define({
  input: z.strictObject({}),
  async run({ db }, actor): Promise<boolean> {
    const learnerId = learnerOf(actor)
    if (learnerId === null) return false
    const mine = learnersOfRoot(db, learnerId)
    const stop = db.draft
      .updateTable('schedule')
      .set(({ eb }) => ({ is_on: 0, next_at: null, asked_at: null, changed_at: eb('changed_at', '+', 1) }))
      .where('is_on', '=', 1)
      .where('learner_id', 'in', mine)
    const result = await db.write([statement(stop), dropWaiting(db, learnerId)])
    return result.committed && (result.changes[0] ?? 0) > 0
  },
})
