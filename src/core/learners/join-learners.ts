import { type Db, type Statement, statement } from '../db/db.ts'

/**
 * The statements that make two learners one: `from`, and everybody who was joined to it, point at `into` from now on.
 * No answer moves. The unit fails as a whole when either was joined to somebody else meanwhile.
 */
export function joinLearners(db: Db, from: string, into: string): Statement[] {
  const repoint = db.draft.updateTable('learner').set({ root_id: into })
  return [
    // In one order, so that two people who join each other at the same moment don't wait for each other for ever.
    ...[from, into].sort().map((id) => isRoot(db, id)),
    statement(repoint.where('root_id', '=', from)),
  ]
}

/** The statement that only stands while this learner is nobody else's; it holds the row until the unit is over. */
export const isRoot = (db: Db, id: string): Statement =>
  statement(db.draft.updateTable('learner').set({ root_id: id }).where('id', '=', id).where('root_id', '=', id), 1)

/** The learner that this one belongs to; null when it was erased. */
export async function rootOf(db: Db, learnerId: string): Promise<string | null> {
  const row = await db.read.selectFrom('learner').select('root_id').where('id', '=', learnerId).executeTakeFirst()
  return row?.root_id ?? null
}

/** The query for every learner that is this person, for a statement. */
export const learnersOfRoot = (db: Db, rootId: string) =>
  db.draft.selectFrom('learner').select('id').where('root_id', '=', rootId)
