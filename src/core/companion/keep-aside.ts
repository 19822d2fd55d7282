import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { newSecret } from '../id.ts'
import { ASIDES, asider } from './asides.ts'
import { reply } from './turn.ts'

/** As long as somebody may take to look. In milliseconds. */
const KEPT = 3_600_000

/**
 * Keeps the replies to somebody who asked where others read along, so that they alone can be shown them, and gives the id
 * that everybody there may see. After an hour nobody is shown them any more. The question itself is not kept.
 */
export const keepAside = define({
  input: asider.extend({ replies: z.array(reply).min(1).max(20) }),
  async run({ db, keys, clock }, actor, { place, asker, replies }): Promise<{ id: string }> {
    requireSystem(actor)
    await keys.ensure(ASIDES)
    const row = {
      id: newSecret(),
      place,
      asker: keys.blind(`aside ${asker}`),
      sealed_replies: await keys.seal(ASIDES, JSON.stringify(replies)),
      ends_at: clock.now() + KEPT,
    }
    await db.write([statement(db.draft.insertInto('aside').values(row), 1)])
    return { id: row.id }
  },
})
