import { type Db, type Statement, statement } from '../db/db.ts'
import { forgetChats } from './teams-chat.ts'

/** The statements that forget when and where these learners are written to, and everything that was sent to them. */
export const erasePrompts = (db: Db, learnerIds: string[]): Statement[] => [
  statement(db.draft.deleteFrom('delivery').where('learner_id', 'in', learnerIds)),
  forgetChats(db, learnerIds),
  statement(db.draft.deleteFrom('calendar_address').where('learner_id', 'in', learnerIds)),
  statement(db.draft.deleteFrom('schedule').where('learner_id', 'in', learnerIds)),
]
