import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { hashSecret, newSecret } from '../id.ts'
import { runningCohort } from './find-cohort.ts'
import { DAY } from './tick-time.ts'

const GOOD_FOR_DAYS = 7

export interface Invitation {
  /** What the address ends with. It is shown once, and only its hash is kept. */
  secret: string
  path: string
  expiresAt: string
}

/**
 * Makes an invitation to run a cohort too. It works once, for seven days, and only for somebody whom the operator lets
 * run courses. A new one puts the one before out. Whom it is for isn't asked, so nobody can be named who doesn't want to.
 */
export const inviteTrainer = define({
  input: z.strictObject({ cohort: z.string().max(100) }),
  async run(world, actor, sent): Promise<Invitation> {
    const cohort = await runningCohort(world, requireTrainer(actor), sent.cohort)
    const { db, clock } = world
    const secret = newSecret()
    const row = { secret_hash: hashSecret(secret), expires_at: clock.now() + GOOD_FOR_DAYS * DAY }
    const insert = db.draft.insertInto('invitation').values({ cohort_id: cohort.id, ...row })
    await db.write([
      statement(
        insert.onConflict((c) => c.column('cohort_id').doUpdateSet(row)),
        1,
      ),
    ])
    return {
      secret,
      path: `/trainer/invitations/${secret}`,
      expiresAt: new Date(row.expires_at).toISOString(),
    }
  },
})
