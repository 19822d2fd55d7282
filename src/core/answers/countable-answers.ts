import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { inChunks } from '../db/in-chunks.ts'
import type { Keys } from '../privacy/keys.ts'
import { type AnswerValue, isBlankAnswer, type Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import { type Asked, readWording } from './wordings.ts'

/** The newest revision of somebody's answer, with the question in the wording it was given to. */
export interface CountableAnswer {
  question: Question
  /** With the moves of those ratings that are compared with earlier ones. */
  value: AnswerValue
  savedAt: number
}

/** What the door opens with: nothing that writes an answer, seals one or destroys a key. */
export type Reading = Pick<World, 'content'> & { db: Pick<Db, 'read'>; keys: Pick<Keys, 'openAll'> }

/**
 * The only door from answers to the release module, and it is read-only. Gives for each person the newest revision of
 * each of these questions, by `answerKey`. An answer that was taken back (blank), or whose author's key is destroyed,
 * isn't there; nor is one that was brought along in a file, until it is saved here.
 */
export async function countableAnswers(
  world: Reading,
  rootIds: string[],
  questions: Question[],
): Promise<Map<string, CountableAnswer>> {
  const found = new Map<string, CountableAnswer>()
  const byId = new Map(questions.map((q) => [q.id, q]))
  if (byId.size === 0) return found
  const rows = await inChunks(rootIds, (chunk) =>
    // Only once the newest is found: an older answer isn't theirs any more.
    newestRows(world, chunk, [...byId.keys()])
      .where('imported_at', 'is', null)
      .execute(),
  )
  const texts = await world.keys.openAll(rows.map((row) => ({ learnerId: row.learner_id, sealed: row.sealed_value })))
  const wordings = await readWordings(world, rows)
  for (const [i, row] of rows.entries()) {
    const asked = wordings.get(`${row.question_id} ${row.wording_hash}`)
    const text = texts[i]
    if (!asked || typeof text !== 'string') continue
    const value: AnswerValue = JSON.parse(text)
    const question = { ...(byId.get(row.question_id) as Question), ...asked, hash: row.wording_hash }
    if (isBlankAnswer(question, value)) continue
    found.set(answerKey(row.root_id, row.question_id), { question, value, savedAt: row.saved_at })
  }
  return found
}

/** Each wording that these answers were given to, looked up once. */
async function readWordings(world: Reading, rows: { question_id: string; wording_hash: string }[]) {
  const found = new Map<string, Asked | null>()
  for (const { question_id, wording_hash } of rows) {
    const key = `${question_id} ${wording_hash}`
    if (!found.has(key)) found.set(key, await readWording(world, question_id, wording_hash))
  }
  return found
}

/** Where an answer stands in what `countableAnswers` gives. */
export const answerKey = (rootId: string, questionId: string): string => `${rootId} ${questionId}`

/** Those of these questions that somebody answered by bringing the answer along, so that it doesn't count yet. */
export async function broughtAlong(world: Reading, rootId: string, questions: Question[]): Promise<Set<string>> {
  if (questions.length === 0) return new Set()
  const ids = questions.map((q) => q.id)
  const rows = await newestRows(world, [rootId], ids).where('imported_at', 'is not', null).execute()
  return new Set(rows.map((row) => row.question_id))
}

/** "Newest" means the same revision here as in its author's own notebook. */
function newestRows({ db }: Reading, rootIds: string[], questionIds: string[]) {
  const newestFirst = sql`partition by root_id, question_id order by saved_at desc, number desc, learner_id desc`
  const ranked = db.read
    .selectFrom('answer')
    .innerJoin('learner', 'learner.id', 'answer.learner_id')
    .where('learner.root_id', 'in', rootIds)
    .where('answer.question_id', 'in', questionIds)
    .select(['root_id', 'learner_id', 'question_id', 'wording_hash', 'sealed_value', 'saved_at', 'imported_at'])
    .select(sql<number>`row_number() over (${newestFirst})`.as('age'))
  return db.read.selectFrom(ranked.as('ranked')).selectAll().where('age', '=', 1)
}
