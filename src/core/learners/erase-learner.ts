import { type Db, type Statement, statement } from '../db/db.ts'

/** Every learner that was joined into this one, itself included. */
export async function learnersOf(db: Db, rootId: string): Promise<string[]> {
  const rows = await db.read.selectFrom('learner').select('id').where('root_id', '=', rootId).execute()
  return rows.map((r) => r.id)
}

/**
 * The statements that forget these learners, their browsers and their identities. The unit only stands if they are still
 * all of this person: somebody joined to them meanwhile would stay behind, and nobody could reach them.
 */
export const eraseLearners = (db: Db, rootId: string, learnerIds: string[]): Statement[] => [
  statement(db.draft.deleteFrom('device').where('learner_id', 'in', learnerIds)),
  statement(db.draft.deleteFrom('identity').where('learner_id', 'in', learnerIds)),
  statement(db.draft.deleteFrom('learner').where('root_id', '=', rootId), learnerIds.length),
]
