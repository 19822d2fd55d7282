import { type Db, type Statement, statement } from '../db/db.ts'
import { learnersOfRoot } from '../learners/join-learners.ts'
import type { Answer } from './answer.ts'
import { newestRow } from './revision.ts'

/** The statements that delete everything these learners wrote. */
export const eraseAnswers = (db: Db, learnerIds: string[]): Statement[] => [
  statement(db.draft.deleteFrom('answer').where('learner_id', 'in', learnerIds)),
]

/**
 * The statements that delete all versions of an answer but the newest, or with it where `most` is all of them. The unit
 * fails where one was added since.
 */
export async function eraseVersions(db: Db, root: string, answer: Answer, most: number): Promise<Statement[]> {
  const { id } = answer.question
  const mine = learnersOfRoot(db, root)
  const all = db.draft.deleteFrom('answer').where('question_id', '=', id).where('learner_id', 'in', mine)
  if (most === answer.revision) return [statement(all, most)]
  const { learner_id, number } = await newestRow(db, root, id)
  const newest = { learner_id, number }
  return [
    statement(
      all.where(({ not, and }) => not(and(newest))),
      most,
    ),
    // Numbers begin anew, so that those of the saves to come are free.
    statement(
      db.draft
        .updateTable('answer')
        .set({ number: 1 })
        .where('question_id', '=', id)
        .where(({ and }) => and(newest)),
      1,
    ),
  ]
}
