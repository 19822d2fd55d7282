import type { Db } from '../db/db.ts'
import { verifiedLearners } from './verified.ts'

/** Whether a learner has a way back to their notebook from another browser: something proven, or a passkey. */
export async function canComeBack(db: Db, rootId: string): Promise<boolean> {
  if ((await verifiedLearners(db, [rootId])).has(rootId)) return true
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
