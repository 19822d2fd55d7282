import { sql } from 'kysely'
import { z } from 'zod'
import { type Actor, VISITOR } from '../actor.ts'
import { prepared } from '../db/prepared.ts'
import { define } from '../define.ts'
import { hashSecret } from '../id.ts'

const deviceOf = prepared(['hash', 'now'], (read, { hash, now }: { hash: string; now: number }) =>
  read
    .selectFrom('device')
    .innerJoin('learner', 'learner.id', 'device.learner_id')
    .select(['learner.root_id', 'device.shared'])
    .select((eb) =>
      eb
        .selectFrom('identity')
        .innerJoin('learner as owner', 'owner.id', 'identity.learner_id')
        .innerJoin('trainer', 'trainer.address', 'identity.subject')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('owner.root_id', '=', 'learner.root_id')
        // As a bare column SQLite would look through everybody's addresses, and not through this person's own.
        .where(sql`identity.kind || ''`, '=', 'email')
        .where('identity.verified_at', 'is not', null)
        .as('trains'),
    )
    .where('device.secret_hash', '=', hash)
    .where('device.expires_at', '>', now),
)

/** The actor behind a browser's cookie; a visitor when the secret is unknown, expired or missing. */
export const whoIsThis = define({
  input: z.strictObject({ secret: z.string().max(200).nullable() }),
  async run(world, _actor, { secret }): Promise<Actor> {
    if (!secret) return VISITOR
    const [device] = await deviceOf(world.db, { hash: hashSecret(secret), now: world.clock.now() })
    if (!device) return VISITOR
    const kind = device.trains ? 'trainer' : 'learner'
    return { kind, learnerId: device.root_id, ...(device.shared && { shared: true as const }) }
  },
})
