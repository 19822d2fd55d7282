import { z } from 'zod'
import { type Actor, requireSystem, VISITOR } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { newId } from '../id.ts'
import type { World } from '../world.ts'
import { ownerOf } from './identity.ts'
import { isNoted, monthEnd, noteUse } from './use.ts'

const input = z.strictObject({
  kind: z.enum(['slack', 'teams']),
  /** Who that is there, for example `T024BE7LD:U2147483697`. */
  subject: z.string().min(3).max(200),
  /** The platform vouches for who it is; only then does this person count towards a batch. */
  verified: z.boolean(),
  /** Nothing was written that a notebook is wanted for: somebody without one stays a visitor. */
  starts: z.boolean().default(true),
})
type Account = z.infer<typeof input>

/** The learner behind a platform's user, as an actor. Somebody who writes for the first time gets a notebook of their own. */
export const linkAccount = define({
  input,
  async run(world, actor, account): Promise<Actor> {
    requireSystem(actor)
    const known = await ownerOf(world.db, account)
    if (known === null && !account.starts) return VISITOR
    const learnerId = known ?? (await start(world, account)) ?? (await ownerOf(world.db, account))
    if (!learnerId) throw new Error('A notebook was started for this account and is gone again.')
    if (!(await isNoted(world, learnerId))) await world.db.write([noteUse(world.db, learnerId, world.clock.now())])
    return { kind: 'learner', learnerId }
  },
})

/** Starts a learner and the identity together; null when somebody else did so first. The key comes before either. */
async function start(world: World, { kind, subject, verified }: Omit<Account, 'starts'>): Promise<string | null> {
  const { db, keys, clock } = world
  const now = clock.now()
  const id = newId(now)
  await keys.make(id)
  const identity = { kind, subject, learner_id: id, verified_at: verified ? now : null }
  const result = await db.write([
    statement(
      db.draft.insertInto('learner').values({ id, root_id: id, started_at: now, used_until: monthEnd(now) }),
      1,
    ),
    statement(
      db.draft
        .insertInto('identity')
        .values(identity)
        .onConflict((c) => c.doNothing()),
      1,
    ),
  ])
  if (result.committed) return id
  await keys.destroy([id])
  return null
}
