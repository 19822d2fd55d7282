import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { hashSecret } from '../id.ts'
import { learnersOf } from './erase-learner.ts'
import { verifiedLearners } from './verified.ts'

const input = z.strictObject({
  /** The secret in this browser's cookie. */
  secret: z.string().max(200).nullable(),
  /** All browsers of this learner. */
  everywhere: z.boolean().default(false),
})

/**
 * Forgets this browser, or every browser of the learner. Somebody who has proven nothing could never come back to their
 * answers, so they are told what to do first.
 */
export const signOut = define({
  input,
  async run(world, actor, { secret, everywhere }): Promise<void> {
    const learnerId = learnerOf(actor)
    if (learnerId === null) return
    const { db } = world
    if (!(await verifiedLearners(db, [learnerId])).has(learnerId))
      throw new AppError(
        'invalid',
        'Your answers are only in this browser, so signing out would lose them. Keep them safe with your e-mail address first, or delete everything.',
      )
    const devices = db.draft.deleteFrom('device')
    const these = everywhere
      ? devices.where('learner_id', 'in', await learnersOf(db, learnerId))
      : devices.where('secret_hash', '=', hashSecret(secret ?? ''))
    await db.write([statement(these)])
  },
})
