import { type Db, type Statement, statement } from '../db/db.ts'

/** The statements that delete everything these learners wrote. */
export const eraseAnswers = (db: Db, learnerIds: string[]): Statement[] => [
  statement(db.draft.deleteFrom('answer').where('learner_id', 'in', learnerIds)),
]
