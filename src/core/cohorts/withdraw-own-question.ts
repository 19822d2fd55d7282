import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'
import { runningCohort } from './find-cohort.ts'
import { type SetUp, setUpOf } from './set-up.ts'

/**
 * Takes one of the trainers' own questions back, for everybody and for good. What waits isn't counted any more; what was
 * released stays, and whoever has answered can still read it.
 */
export const withdrawOwnQuestion = define({
  input: z.strictObject({ cohort: z.string().max(100), question: z.string().max(100) }),
  async run(world, actor, sent): Promise<SetUp> {
    const cohort = await runningCohort(world, requireTrainer(actor), sent.cohort)
    const { db, clock } = world
    const change = db.draft
      .updateTable('own_question')
      .set({ withdrawn_at: clock.now() })
      .where('cohort_id', '=', cohort.id)
      .where('id', '=', sent.question)
      .where('withdrawn_at', 'is', null)
    if (!(await db.write([statement(change, 1)])).committed) throw notFound('that question')
    return setUpOf(world, cohort)
  },
})
