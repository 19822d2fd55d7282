import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import type { World } from '../world.ts'
import { staffedCohort } from './find-cohort.ts'

/**
 * Hands a cohort over: the actor no longer runs it and can't read it any more. The last trainer can't leave a course that
 * goes on. Whoever has run a course is still not counted in it afterwards.
 */
export const leaveStaff = define({
  input: z.strictObject({ cohort: z.string().max(100) }),
  async run(world, actor, sent): Promise<{ left: true }> {
    const learnerId = requireTrainer(actor)
    const cohort = await staffedCohort(world, learnerId, sent.cohort)
    const result = await world.db.write(await leaving(world, learnerId, cohort.id))
    if (!result.committed)
      throw new AppError(
        'invalid',
        'You are the only trainer of this course. Invite somebody to run it with you first, or end the course.',
      )
    return { left: true }
  },
})

async function leaving({ db, clock }: World, learnerId: string, cohortId: string): Promise<Statement[]> {
  const { draft, read } = db
  const rows = await read
    .selectFrom('staff')
    .innerJoin('learner', 'learner.id', 'staff.learner_id')
    .select('staff.learner_id')
    .where('learner.root_id', '=', learnerId)
    .where('staff.cohort_id', '=', cohortId)
    .execute()
  const mine = rows.map((row) => row.learner_id)
  const stays = draft
    .selectFrom('staff as other')
    .select('other.cohort_id')
    .where('other.learner_id', 'not in', mine)
    .where('other.left_at', 'is', null)
  const ended = draft.selectFrom('cohort').select('cohort.id').where('cohort.archived_at', 'is not', null)
  const leave = draft
    .updateTable('staff')
    .set({ left_at: clock.now() })
    .where('cohort_id', '=', cohortId)
    .where('learner_id', 'in', mine)
    .where((where) => where.or([where('cohort_id', 'in', stays), where('cohort_id', 'in', ended)]))
  return [
    // First, so that of two who leave at the same time the second sees that the first has left.
    statement(
      draft
        .updateTable('cohort')
        .set(({ ref }) => ({ name: ref('name') }))
        .where('id', '=', cohortId),
      1,
    ),
    statement(leave, mine.length),
  ]
}
