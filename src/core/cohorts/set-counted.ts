import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { noteChoice } from '../consents/note-choice.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { aboutCounting, joinedCohort, membershipRows } from './find-cohort.ts'

const input = z.strictObject({
  cohort: z.string().max(100),
  counted: z.boolean('Choose whether your answers may be counted.'),
})

/** Changes whether a member's answers may be counted from now on. What was counted already stays as it is. */
export const setCounted = define({
  input,
  async run(world, actor, sent): Promise<{ counted: boolean }> {
    const learnerId = requireLearner(actor)
    const { db } = world
    for (let tries = 0; tries < 5; tries++) {
      const { cohort, counted } = await joinedCohort(db, learnerId, sent.cohort)
      const mine = (await membershipRows(db, learnerId, cohort.id)).map((row) => row.learner_id)
      const change = db.draft.updateTable('member').set({ counted: sent.counted ? 1 : 0 })
      const about = aboutCounting(cohort)
      const said = counted === sent.counted ? [] : await noteChoice(world, learnerId, about, sent.counted)
      const unit = [statement(change.where('cohort_id', '=', cohort.id).where('learner_id', 'in', mine)), ...said]
      if ((await db.write(unit)).committed) return { counted: sent.counted }
    }
    throw new AppError('unavailable', 'This couldn’t be saved just now. Nothing was changed; please try again.')
  },
})
