import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { hashSecret } from '../id.ts'
import { membershipRows, staffedCohort } from './find-cohort.ts'
import { invitedTo } from './invitation.ts'
import { TRAINER_NAME } from './line.ts'
import { type SetUp, setUpOf } from './set-up.ts'

const input = z.strictObject({
  secret: z.string().max(200),
  /** The name that learners will see. */
  name: TRAINER_NAME,
})

/**
 * Accepts an invitation to run a cohort. Only the person themselves can: otherwise a trainer could make staff of members,
 * one after the other, and so take them out of what is counted. A membership of theirs ends in the same write; what was
 * counted of theirs stays, and nobody is told that there was one.
 */
export const acceptInvitation = define({
  input,
  async run(world, actor, { secret, name }): Promise<SetUp> {
    const learnerId = requireTrainer(actor)
    const { db, clock } = world
    const cohort = await invitedTo(world, secret)
    if (await staffedCohort(world, learnerId, cohort.id).catch(() => null))
      throw new AppError('invalid', 'You run this course already. The invitation is still good for somebody else.')
    const mine = (await membershipRows(db, learnerId, cohort.id)).map((row) => row.learner_id)
    const { draft } = db
    const used = draft.deleteFrom('invitation').where('secret_hash', '=', hashSecret(secret))
    const goesOn = draft.updateTable('cohort').set({ archived_at: null }).where('id', '=', cohort.id)
    const joins = draft
      .insertInto('staff')
      .values({ cohort_id: cohort.id, learner_id: learnerId, name, left_at: null })
      .onConflict((c) => c.columns(['cohort_id', 'learner_id']).doUpdateSet({ name, left_at: null }))
    const result = await db.write([
      statement(goesOn.where('archived_at', 'is', null), 1),
      statement(used.where('expires_at', '>', clock.now()), 1),
      statement(joins, 1),
      ...(mine.length
        ? [statement(draft.deleteFrom('member').where('cohort_id', '=', cohort.id).where('learner_id', 'in', mine))]
        : []),
    ])
    if (!result.committed) await invitedTo(world, secret)
    if (!result.committed) throw new AppError('unavailable', 'Something changed meanwhile. Please try again.')
    return setUpOf(world, cohort)
  },
})
