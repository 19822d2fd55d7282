import { type Db, type Statement, statement } from '../db/db.ts'
import { identitiesOf } from '../learners/accounts.ts'
import { accountHash } from './connect-channel.ts'

/** The statements that leave no trace of a learner in the channels they connected; the channels stay connected. */
export async function forgetWhoConnected(db: Db, rootId: string): Promise<Statement[]> {
  const hashes = (await identitiesOf(db, rootId)).map(accountHash)
  if (hashes.length === 0) return []
  return [
    statement(db.draft.updateTable('course_channel').set({ connected_by: '' }).where('connected_by', 'in', hashes)),
  ]
}
