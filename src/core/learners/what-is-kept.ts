import type { Db } from '../db/db.ts'
import type { IdentityTable } from './table.ts'

/** Everything that is kept of a person beside what they wrote. Times are milliseconds. */
export interface KeptOfPerson {
  startedAt: number
  /** The end of the month in which the notebook was last used; null where that isn't known yet. */
  usedUntil: number | null
  /** Proven e-mail addresses and accounts elsewhere. */
  identities: { kind: IdentityTable['kind']; subject: string; verifiedAt: number | null; linkedAt: number | null }[]
  /** Accounts elsewhere that were unlinked. */
  unlinked: { kind: IdentityTable['kind']; subject: string; unlinkedAt: number }[]
  browsers: { since: number; until: number; shared: boolean }[]
  /** When each passkey was made. */
  passkeys: number[]
}

export async function whatIsKept(db: Db, rootId: string): Promise<KeptOfPerson> {
  const learners = await db.read
    .selectFrom('learner')
    .select(['started_at', 'used_until'])
    .where('root_id', '=', rootId)
    .execute()
  const identities = await db.read
    .selectFrom('identity')
    .innerJoin('learner', 'learner.id', 'identity.learner_id')
    .select(['identity.kind', 'identity.subject', 'identity.verified_at', 'identity.linked_at'])
    .where('learner.root_id', '=', rootId)
    .orderBy('identity.kind')
    .orderBy('identity.subject')
    .execute()
  const unlinked = await db.read
    .selectFrom('former_account')
    .innerJoin('learner', 'learner.id', 'former_account.learner_id')
    .select(['former_account.kind', 'former_account.subject', 'former_account.unlinked_at'])
    .where('learner.root_id', '=', rootId)
    .orderBy('former_account.unlinked_at')
    .execute()
  const devices = await db.read
    .selectFrom('device')
    .innerJoin('learner', 'learner.id', 'device.learner_id')
    .select(['device.started_at', 'device.expires_at', 'device.shared'])
    .where('learner.root_id', '=', rootId)
    .orderBy('device.started_at')
    .execute()
  const passkeys = await db.read
    .selectFrom('passkey')
    .innerJoin('learner', 'learner.id', 'passkey.learner_id')
    .select('passkey.made_at')
    .where('learner.root_id', '=', rootId)
    .orderBy('passkey.made_at')
    .execute()
  const used = learners.flatMap((row) => row.used_until ?? [])
  return {
    startedAt: Math.min(...learners.map((row) => row.started_at)),
    usedUntil: used.length ? Math.max(...used) : null,
    identities: identities.map((row) => ({
      kind: row.kind,
      subject: row.subject,
      verifiedAt: row.verified_at,
      linkedAt: row.linked_at,
    })),
    unlinked: unlinked.map((row) => ({ kind: row.kind, subject: row.subject, unlinkedAt: row.unlinked_at })),
    browsers: devices.map((row) => ({ since: row.started_at, until: row.expires_at, shared: row.shared === 1 })),
    passkeys: passkeys.map((row) => row.made_at),
  }
}
