import type { Db } from '../db/db.ts'

/** Under the number of parameters that either database takes in one statement. */
const CHUNK = 1000

/**
 * How each of these learners has proven who they are: `email:<mailbox>`, `slack:<subject>`, `teams:<subject>`. A learner
 * who has proven nothing is not in the map. Two learners that share a key are one person and count once.
 */
export async function verifiedLearners(db: Db, rootIds: string[]): Promise<Map<string, string[]>> {
  const keys = new Map<string, string[]>()
  for (let at = 0; at < rootIds.length; at += CHUNK) {
    const rows = await db.read
      .selectFrom('identity')
      .innerJoin('learner', 'learner.id', 'identity.learner_id')
      .select(['learner.root_id', 'identity.kind', 'identity.subject', 'identity.mailbox'])
      .where('learner.root_id', 'in', rootIds.slice(at, at + CHUNK))
      .where('identity.verified_at', 'is not', null)
      .orderBy('identity.kind')
      .orderBy('identity.subject')
      .execute()
    for (const row of rows) {
      const key = `${row.kind}:${row.mailbox ?? row.subject}`
      const known = keys.get(row.root_id) ?? []
      if (!known.includes(key)) keys.set(row.root_id, [...known, key])
    }
  }
  return keys
}
