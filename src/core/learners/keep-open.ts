import { z } from 'zod'
import { isShared, learnerOf } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { hashSecret } from '../id.ts'
import { deviceEnds } from './start-notebook.ts'
import { isNoted, noteUse } from './use.ts'

/**
 * Notes that the acting learner uses their notebook, once a month, and lets this browser be remembered for as long as a
 * new one: whoever comes back now and then never loses it. A shared computer forgets its user all the same. True when the
 * cookie is to follow.
 */
export const keepOpen = define({
  input: z.strictObject({ secret: z.string().max(200) }),
  async run(world, actor, { secret }): Promise<boolean> {
    const { db, clock } = world
    const shared = isShared(actor)
    const learnerId = learnerOf(actor)
    if (learnerId === null || (await isNoted(world, learnerId))) return false
    const until = deviceEnds(clock.now(), false)
    const device = db.draft.updateTable('device').set({ expires_at: until })
    await db.write([
      noteUse(db, learnerId, clock.now()),
      ...(shared
        ? []
        : [statement(device.where('secret_hash', '=', hashSecret(secret)).where('expires_at', '<', until))]),
    ])
    return !shared
  },
})
