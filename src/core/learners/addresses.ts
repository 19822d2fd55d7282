import type { Db } from '../db/db.ts'

/** The e-mail addresses that a learner has proven, in the order of proof. */
export async function addressesOf(db: Db, rootId: string): Promise<string[]> {
  const rows = await db.read
    .selectFrom('identity')
    .innerJoin('learner', 'learner.id', 'identity.learner_id')
    .select('identity.subject')
    .where('learner.root_id', '=', rootId)
    .where('identity.kind', '=', 'email')
    .where('identity.verified_at', 'is not', null)
    .orderBy('identity.verified_at')
    .orderBy('identity.subject')
    .execute()
  return rows.map((row) => row.subject)
}
