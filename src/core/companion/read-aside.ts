import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { define } from '../define.ts'
import { ASIDES, asider } from './asides.ts'
import { reply } from './turn.ts'

type Replies = z.infer<typeof reply>[]

/**
 * The replies of an aside, to whoever asked, in the conversation where they asked; null for everybody else, when its hour
 * is over, and when it was forgotten, so that nobody can tell these apart.
 */
export const readAside = define({
  input: asider.extend({ id: z.string().max(200) }),
  async run({ db, keys, clock }, actor, { id, place, asker }): Promise<Replies | null> {
    requireSystem(actor)
    const row = await db.read
      .selectFrom('aside')
      .select('sealed_replies')
      .where('id', '=', id)
      .where('place', '=', place)
      .where('asker', '=', keys.blind(`aside ${asker}`))
      .where('ends_at', '>', clock.now())
      .executeTakeFirst()
    return row ? z.array(reply).parse(JSON.parse(await keys.open(ASIDES, row.sealed_replies))) : null
  },
})
