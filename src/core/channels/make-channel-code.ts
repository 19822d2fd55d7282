import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { runningCohort } from '../cohorts/find-cohort.ts'
import { MINUTE } from '../cohorts/tick-time.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { hashSecret } from '../id.ts'
import { newLinkCode, typedLinkCode } from '../learners/link-rules.ts'

/** Long enough to find the channel and invite the companion to it. */
export const CODE_MINUTES = 30

export interface ChannelCode {
  /** Shown once, and kept only as a hash. */
  code: string
  minutes: number
}

/** Makes the code that connects a channel with a cohort: it works once. An earlier one works no more. */
export const makeChannelCode = define({
  input: z.strictObject({ cohort: z.string().max(100) }),
  async run(world, actor, sent): Promise<ChannelCode> {
    const cohort = await runningCohort(world, requireTrainer(actor), sent.cohort)
    const code = newLinkCode()
    const row = {
      code_hash: channelCodeHash(typedLinkCode.parse(code)),
      expires_at: world.clock.now() + CODE_MINUTES * MINUTE,
    }
    const insert = world.db.draft.insertInto('channel_offer').values({ cohort_id: cohort.id, ...row })
    await world.db.write([
      statement(
        insert.onConflict((c) => c.column('cohort_id').doUpdateSet(row)),
        1,
      ),
    ])
    return { code, minutes: CODE_MINUTES }
  },
})

export const channelCodeHash = (code: string): string => hashSecret(`channel ${code}`)
