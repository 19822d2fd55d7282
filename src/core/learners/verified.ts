import type { Db } from '../db/db.ts'
import { inChunks } from '../db/in-chunks.ts'
import { formerAccountsOf, holdersOfFormer } from './former-accounts.ts'

/**
 * How each of these learners has proven who they are: `email:<mailbox>`, or `slack:<subject>` and the like. A learner
 * who has proven nothing is not in the map. Two learners that share a key are one person and count once; an account that
 * was unlinked goes on being a proof of both who had it and who has it now.
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
  const former = (await formerAccountsOf(db, rootIds)).map((account) => ({ ...account, mailbox: null }))
  for (const row of [...rows, ...former]) {
    // One mailbox is one person, whether a letter or their organisation has proven it.
    const key = row.mailbox === null ? `${row.kind}:${row.subject}` : `email:${row.mailbox}`
    const known = keys.get(row.root_id) ?? []
    if (!known.includes(key)) keys.set(row.root_id, [...known, key])
  }
  return keys
}

/** Everybody who has proven a mailbox, or had an account, that one of these has or had too, perhaps themselves included. */
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
  return [...new Set([...rows.map((row) => row.root_id), ...(await holdersOfFormer(db, rootIds))])]
}
