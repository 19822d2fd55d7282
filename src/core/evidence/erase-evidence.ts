import { type Db, type Statement, statement } from '../db/db.ts'

/** The statements that delete what these learners tied to clauses, and what they wrote about it. */
export const eraseEvidence = (db: Db, learnerIds: string[]): Statement[] => [
  statement(db.draft.deleteFrom('evidence').where('learner_id', 'in', learnerIds)),
  statement(db.draft.deleteFrom('evidence_note').where('learner_id', 'in', learnerIds)),
]
