import type { Db } from '../db/db.ts'
import { inChunks } from '../db/in-chunks.ts'

/**
 * How each of these learners has proven who they are: `email:<mailbox>`, or `slack:<subject>` and the like. A learner
 * who has proven nothing is not in the map. Two learners that share a key are one person and count once.
 */
export async function verifiedLearners(db: Db, rootIds: string[]): Promise<Map<string, string[]>> {
  const keys = new Map<string, string[]>()
  const rows = await inChunks(rootIds, (chunk) =>
    db.read
      .selectFrom('identity')
      .innerJoin('learner', 'learner.id', 'identity.learner_id')
      .select(['learner.root_id', 'identity.kind', 'identity.subject', 'identity.mailbox'])
      .where('learner.root_id', 'in', chunk)
      .where('identity.verified_at', 'is not', null)
      .orderBy('identity.kind')
      .orderBy('identity.subject')
      .execute(),
  )
  for (const row of rows) {
    // One mailbox is one person, whether a letter or their organisation has proven it.
    const key = row.mailbox === null ? `${row.kind}:${row.subject}` : `email:${row.mailbox}`
    const known = keys.get(row.root_id) ?? []
    if (!known.includes(key)) keys.set(row.root_id, [...known, key])
  }
  return keys
}

/** Everybody who has proven a mailbox that one of these has proven too, themselves included. */
export async function verifiedWith(db: Db, rootIds: string[]): Promise<string[]> {
  const proven = db.read
    .selectFrom('identity')
    .innerJoin('learner', 'learner.id', 'identity.learner_id')
    .where('identity.verified_at', 'is not', null)
  const rows = await inChunks(rootIds, (chunk) =>
    proven
      .where(
        'identity.mailbox',
        'in',
        proven
          .where('learner.root_id', 'in', chunk)
          .where('identity.mailbox', 'is not', null)
          .select('identity.mailbox'),
      )
      .select('learner.root_id')
      .distinct()
      .execute(),
  )
  return rows.map((row) => row.root_id)
}
