import { keepWording } from '../answers/wordings.ts'
import { type Db, type Statement, statement } from '../db/db.ts'
import { newOwnId, type OwnAsked, toOwn } from './own-question.ts'

/**
 * The statements that ask a trainer's own question of a cohort. Its words stand in the table of wordings from now on,
 * like those of any question, and nothing writes over them.
 */
export function insertOwn(db: Db, cohortId: string, asked: OwnAsked, at: number): Statement[] {
  const question = toOwn(newOwnId(), asked)
  const own = {
    cohort_id: cohortId,
    id: question.id,
    asked: JSON.stringify({ ask: asked.ask, parts: asked.parts }),
    asked_at: at,
    withdrawn_at: null,
  }
  return [
    statement(db.draft.insertInto('own_question').values(own), 1),
    statement(db.draft.insertInto('cohort_question').values({ cohort_id: cohortId, question_id: question.id }), 1),
    keepWording(db, [question]),
  ]
}
