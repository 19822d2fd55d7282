import type { Db } from '../db/db.ts'
import type { Identity } from './identity.ts'

/**
 * Whether a learner has a way back to their notebook from another browser: something proven, or a passkey. `besides`: an
 * account that is about to be no such way any more.
 */
export async function canComeBack(db: Db, rootId: string, besides?: Identity): Promise<boolean> {
  const proven = await db.read
    .selectFrom('identity')
    .innerJoin('learner', 'learner.id', 'identity.learner_id')
    .select(['identity.kind', 'identity.subject'])
    .where('learner.root_id', '=', rootId)
    .where('identity.verified_at', 'is not', null)
    .execute()
  if (proven.some(({ kind, subject }) => kind !== besides?.kind || subject !== besides.subject)) return true
  return (await passkeysOf(db, rootId)) > 0
}

/** How many passkeys open a learner's notebook. */
export async function passkeysOf(db: Db, rootId: string): Promise<number> {
  const rows = await db.read
    .selectFrom('passkey')
    .innerJoin('learner', 'learner.id', 'passkey.learner_id')
    .select('passkey.id')
    .where('learner.root_id', '=', rootId)
    .execute()
  return rows.length
}
