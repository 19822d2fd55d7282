import { type Db, type Statement, statement } from '../db/db.ts'

/** The statements that forget where these learners' conversations of one channel have got to. */
export const forgetDialogues = (db: Db, learnerIds: string[], channel: string): Statement[] => [
  statement(
    db.draft.deleteFrom('dialogue').where('learner_id', 'in', learnerIds).where('conversation', 'like', `${channel}/%`),
  ),
]
