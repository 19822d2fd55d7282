import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { afterSend, outcome } from '../prompts/after-send.ts'
import { forgetConnection } from './disconnect-channel.ts'

const input = z.strictObject({ post: z.string().max(300), lease: z.string().max(100), outcome })

/**
 * Says how the send of a post ended. It counts only from whoever holds it still; false otherwise. The app can't read
 * channels, so what nobody knows the end of is sent once more at most. A channel that can't be
 * posted to any more is disconnected: what was planned waits for another.
 */
export const markPost = define({
  input,
  async run(world, actor, { post, lease, outcome }): Promise<boolean> {
    requireSystem(actor)
    const { db, clock } = world
    const row = await db.read
      .selectFrom('channel_post')
      .select(['kind', 'attempts', 'sent_in'])
      .where('id', '=', post)
      .executeTakeFirst()
    if (!row) return false
    const gone = outcome.as === 'failed' && outcome.gone
    const waits = gone && row.kind === 'question'
    const changed = waits ? { state: 'waiting' as const } : afterSend(outcome, { ...row, findable: false }, clock.now())
    const mark = db.draft
      .updateTable('channel_post')
      .set({ ...changed, lease: null, lease_until: null })
      .where('id', '=', post)
      .where('state', '=', 'leased')
      .where('lease', '=', lease)
    const also = gone && row.sent_in ? [forgetConnection(db, row.sent_in)] : []
    return (await db.write([statement(mark, 1), ...also])).committed
  },
})
