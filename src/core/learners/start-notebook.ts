import { z } from 'zod'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import { hashSecret, newId, newSecret } from '../id.ts'
import type { World } from '../world.ts'
import { monthEnd } from './use.ts'

/** How long a browser is remembered: 400 days is the most that browsers allow a cookie. */
export const DEVICE_DAYS = 400
const DAY = 86_400_000
/** On a shared computer: until the browser is closed, and never longer than a day of work. */
const SHARED_HOURS = 12
const HOUR = 3_600_000

export interface Started {
  learnerId: string
  /** For the cookie; only its hash is stored. */
  secret: string
}

/** Starts a private notebook in this browser: a learner, their key, and the secret for the cookie. No form, no account. */
export const startNotebook = define({
  input: z.strictObject({}),
  async run(world): Promise<Started> {
    const learnerId = await startLearner(world)
    return { learnerId, secret: await addDevice(world, learnerId) }
  },
})

/** A learner with a key of their own, and nothing else yet. The key comes first: an answer is never without one. */
export async function startLearner(world: World): Promise<string> {
  const now = world.clock.now()
  const id = newId(now)
  await world.keys.make(id)
  await world.db.write([
    statement(
      world.db.draft.insertInto('learner').values({ id, root_id: id, started_at: now, used_until: monthEnd(now) }),
      1,
    ),
  ])
  return id
}

/** Remembers a browser for a learner, and gives the secret for its cookie. */
export async function addDevice(world: World, learnerId: string): Promise<string> {
  const { secret, insert } = newDevice(world, learnerId)
  await world.db.write([insert])
  return secret
}

/** When a browser is forgotten. */
export const deviceEnds = (now: number, shared: boolean): number =>
  now + (shared ? SHARED_HOURS * HOUR : DEVICE_DAYS * DAY)

/** The secret for a browser's cookie, and the statement that remembers it for a learner. */
export function newDevice(world: World, learnerId: string, shared = false): { secret: string; insert: Statement } {
  const now = world.clock.now()
  const secret = newSecret()
  const device = {
    id: newId(now),
    learner_id: learnerId,
    secret_hash: hashSecret(secret),
    started_at: now,
    expires_at: deviceEnds(now, shared),
    shared: Number(shared),
  }
  return { secret, insert: statement(world.db.draft.insertInto('device').values(device), 1) }
}
