import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'

/** Longer than any platform goes on delivering an event again. */
const KEPT = 3 * 86_400_000

/**
 * Takes an event for the first caller, durably: true once, false for every later delivery of the same event. Events of
 * more than three days ago are forgotten on the way.
 */
export const claimEvent = define({
  input: z.strictObject({ id: z.string().min(1).max(200) }),
  async run({ db, clock }, actor, { id }): Promise<boolean> {
    requireSystem(actor)
    const now = clock.now()
    const take = db.draft
      .insertInto('companion_event')
      .values({ id, seen_at: now })
      .onConflict((c) => c.doNothing())
    const forget = db.draft.deleteFrom('companion_event').where('seen_at', '<', now - KEPT)
    const result = await db.write([statement(take, 1), statement(forget)])
    return result.committed
  },
})
