import { type Statement, statement } from '../db/db.ts'
import { identitiesOf } from '../learners/accounts.ts'
import type { World } from '../world.ts'
import { connectedBy } from './connect-channel.ts'

/** The statements that leave no trace of a learner in the channels they connected; the channels stay connected. */
export async function forgetWhoConnected({ db, keys }: World, rootId: string): Promise<Statement[]> {
  const theirs = (await identitiesOf(db, rootId)).map((account) => connectedBy({ keys }, account))
  if (theirs.length === 0) return []
  return [
    statement(db.draft.updateTable('course_channel').set({ connected_by: '' }).where('connected_by', 'in', theirs)),
  ]
}
