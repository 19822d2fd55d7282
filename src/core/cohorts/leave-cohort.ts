import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { noteChoice } from '../consents/note-choice.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { aboutCounting, joinedCohort, membershipRows } from './find-cohort.ts'

/**
 * Leaves a cohort. What waits will not be counted there; what was counted stays in its frozen batches, where nobody can
 * find it. No page of the trainer's changes.
 */
export const leaveCohort = define({
  input: z.strictObject({ cohort: z.string().max(100) }),
  async run(world, actor, sent): Promise<{ left: true }> {
    const learnerId = requireLearner(actor)
    const { db } = world
    for (let tries = 0; tries < 5; tries++) {
      const { cohort } = await joinedCohort(db, learnerId, sent.cohort)
      const mine = (await membershipRows(db, learnerId, cohort.id)).map((row) => row.learner_id)
      const about = aboutCounting(cohort)
      const unit = [
        statement(db.draft.deleteFrom('member').where('cohort_id', '=', cohort.id).where('learner_id', 'in', mine)),
        ...(await noteChoice(world, learnerId, about, false)),
      ]
      if ((await db.write(unit)).committed) return { left: true }
    }
    throw new AppError('unavailable', 'This didn’t work just now. Nothing was changed; please try again.')
  },
})
