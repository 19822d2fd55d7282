import { type Db, type Statement, statement } from '../db/db.ts'
import { notFound } from '../errors.ts'
import type { World } from '../world.ts'
import type { IdentityTable } from './table.ts'

/** Who somebody is elsewhere: an address, a Slack or Teams user, an organisation's account. */
export type Identity = Pick<IdentityTable, 'kind' | 'subject'>

/** The root of the learner who goes by this identity; null when nobody does. */
export async function ownerOf(db: Db, { kind, subject }: Identity): Promise<string | null> {
  const row = await db.read
    .selectFrom('identity')
    .innerJoin('learner', 'learner.id', 'identity.learner_id')
    .select('learner.root_id')
    .where('identity.kind', '=', kind)
    .where('identity.subject', '=', subject)
    .executeTakeFirst()
  return row?.root_id ?? null
}

/** Refuses an account that isn't this learner's, as if there were none. */
export async function mustOwn(db: Db, learnerId: string, identity: Identity): Promise<void> {
  if ((await ownerOf(db, identity)) !== learnerId) throw notFound('that account')
}

/**
 * The statement that notes an identity as proven now: `owner` is who goes by it already, or null where this learner begins
 * to. `mailbox` is the one behind it, by which people are counted. The unit fails when somebody else was quicker.
 */
export function proveIdentity(
  { db, clock }: World,
  { kind, subject, mailbox }: Identity & { mailbox: string | null },
  { owner, learnerId }: { owner: string | null; learnerId: string },
): Statement {
  const verified_at = clock.now()
  if (owner === null)
    return statement(
      db.draft
        .insertInto('identity')
        .values({ kind, subject, learner_id: learnerId, verified_at, mailbox })
        .onConflict((c) => c.doNothing()),
      1,
    )
  const again = db.draft.updateTable('identity').set({ verified_at })
  return statement(again.where('kind', '=', kind).where('subject', '=', subject), 1)
}
