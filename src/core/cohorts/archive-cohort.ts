import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { hasEnded, runningCohort, staffedCohort } from './find-cohort.ts'
import { type SetUp, setUpOf } from './set-up.ts'
import { DAY } from './tick-time.ts'

/** How long its trainers can still read what was released. */
const READABLE_DAYS = 90

const input = z.strictObject({
  cohort: z.string().max(100),
  sure: z.literal(true, 'Tick the box to say that you want to end this course for good.'),
})

/**
 * Ends a cohort for good. No batch is closed by it: that would be a tick at a moment of the trainer's choice. From now on
 * nothing of it is counted, its ticks to come are dropped and nobody can join. There is no way back: its learners have
 * been told that it is over, and what waited may be counted in another course of theirs.
 */
export const archiveCohort = define({
  input,
  async run(world, actor, sent): Promise<SetUp> {
    const learnerId = requireTrainer(actor)
    const { db, clock } = world
    const { id } = await runningCohort(world, learnerId, sent.cohort)
    const now = clock.now()
    const end = db.draft.updateTable('cohort').set({ archived_at: now, readable_until: now + READABLE_DAYS * DAY })
    const result = await db.write([
      statement(end.where('id', '=', id).where('archived_at', 'is', null), 1),
      statement(db.draft.deleteFrom('invitation').where('cohort_id', '=', id)),
    ])
    if (!result.committed) throw hasEnded()
    return setUpOf(world, await staffedCohort(world, learnerId, id))
  },
})
