import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { hashSecret } from '../id.ts'
import { deviceEnds } from './start-notebook.ts'
import { isNoted, noteUse } from './use.ts'

const MONTH = 30 * 86_400_000

/**
 * Notes that the acting learner uses their notebook, once a month, and as often lets this browser be remembered for as long
 * as a new one: whoever comes back now and then never loses it. A shared computer forgets its user all the same. True when
 * the cookie is to follow.
 */
export const keepOpen = define({
  input: z.strictObject({ secret: z.string().max(200) }),
  async run(world, actor, { secret }): Promise<boolean> {
    const { db, clock } = world
    const now = clock.now()
    const learnerId = learnerOf(actor)
    if (learnerId === null) return false
    if (!(await isNoted(world, learnerId))) await db.write([noteUse(db, learnerId, now)])
    const secret_hash = hashSecret(secret)
    const until = deviceEnds(now, false)
    const device = await db.read
      .selectFrom('device')
      .select('expires_at')
      .where('secret_hash', '=', secret_hash)
      .where('shared', '=', 0)
      .executeTakeFirst()
    if (!device || device.expires_at > until - MONTH) return false
    await db.write([
      statement(db.draft.updateTable('device').set({ expires_at: until }).where('secret_hash', '=', secret_hash)),
    ])
    return true
  },
})
