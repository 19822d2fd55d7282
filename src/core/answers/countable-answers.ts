import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { inChunks } from '../db/in-chunks.ts'
import { type Keys, openIfKept } from '../privacy/keys.ts'
import { type AnswerValue, isBlankAnswer, type Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import { readWording } from './wordings.ts'

/** The newest revision of somebody's answer, with the question in the wording it was given to. */
export interface CountableAnswer {
  question: Question
  value: AnswerValue
  savedAt: number
}

/** What the door opens with: nothing that writes an answer, seals one or destroys a key. */
export type Reading = Pick<World, 'content'> & { db: Pick<Db, 'read'>; keys: Pick<Keys, 'open'> }

/**
 * The only door from answers to the release module, and it is read-only. Gives for each person the newest revision of
 * each of these questions, by `answerKey`. An answer that was taken back (blank), or whose author's key is destroyed,
 * isn't there.
 */
export async function countableAnswers(
  world: Reading,
  rootIds: string[],
  questions: Question[],
): Promise<Map<string, CountableAnswer>> {
  const found = new Map<string, CountableAnswer>()
  const byId = new Map(questions.map((q) => [q.id, q]))
  if (byId.size === 0) return found
  for (const row of await inChunks(rootIds, (chunk) => newestRows(world, chunk, [...byId.keys()]))) {
    const asked = await readWording(world, row.question_id, row.wording_hash)
    const text = await openIfKept(world.keys, row.learner_id, row.sealed_value)
    if (!asked || text === null) continue
    const value: AnswerValue = JSON.parse(text)
    const question = { ...(byId.get(row.question_id) as Question), ...asked, hash: row.wording_hash }
    if (isBlankAnswer(question, value)) continue
    found.set(answerKey(row.root_id, row.question_id), { question, value, savedAt: row.saved_at })
  }
  return found
}

/** Where an answer stands in what `countableAnswers` gives. */
export const answerKey = (rootId: string, questionId: string): string => `${rootId} ${questionId}`

/** "Newest" means the same revision here as in its author's own notebook. */
function newestRows({ db }: Reading, rootIds: string[], questionIds: string[]) {
  const newestFirst = sql`partition by root_id, question_id order by saved_at desc, number desc, learner_id desc`
  const ranked = db.read
    .selectFrom('answer')
    .innerJoin('learner', 'learner.id', 'answer.learner_id')
    .where('learner.root_id', 'in', rootIds)
    .where('answer.question_id', 'in', questionIds)
    .select(['root_id', 'learner_id', 'question_id', 'wording_hash', 'sealed_value', 'saved_at'])
    .select(sql<number>`row_number() over (${newestFirst})`.as('age'))
  return db.read.selectFrom(ranked.as('ranked')).selectAll().where('age', '=', 1).execute()
}
