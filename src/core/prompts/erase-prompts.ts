import { type Db, type Statement, statement } from '../db/db.ts'

/** The statements that forget when these learners are written to, their calendar, and everything that was sent to them. */
export const erasePrompts = (db: Db, learnerIds: string[]): Statement[] => [
  statement(db.draft.deleteFrom('delivery').where('learner_id', 'in', learnerIds)),
  statement(db.draft.deleteFrom('calendar_address').where('learner_id', 'in', learnerIds)),
  statement(db.draft.deleteFrom('schedule').where('learner_id', 'in', learnerIds)),
]
