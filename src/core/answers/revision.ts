import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { openIfKept } from '../privacy/keys.ts'
import { type Moves, splitMoves } from '../questions/move.ts'
import type { AnswerValue } from '../questions/question.ts'
import type { World } from '../world.ts'
import type { Channel } from './channels.ts'
import { askedElsewhere, type Elsewhere, elsewhere, isElsewhere, valueElsewhere } from './elsewhere.ts'
import type { AnswerTable } from './table.ts'
import { type Asked, readWording } from './wordings.ts'

/** One revision of an answer, opened. `revision` counts from 1 over everything this person wrote to the question. */
export interface Revision {
  questionId: string
  revision: number
  value: AnswerValue
  moves: Moves
  savedAt: number
  channel: Channel
  asked: Asked
  wordingHash: string
  operationId: string
  /** When it was brought along in a file; null of what was saved here. */
  importedAt: number | null
  /** Only of an answer to a question that isn't asked here: as it stood in the file. */
  elsewhere: Elsewhere | null
}

interface Wanted {
  /** All questions when absent. */
  questions?: string[]
  /** Only the newest of each question. */
  newest?: boolean
  /** These have their earlier revisions all the same. */
  history?: string[]
}

/**
 * Revisions of a learner (joined ones too) by question, oldest first. Order is by `saved_at`, which never runs backwards
 * within a question, whatever the clock does.
 */
export async function readRevisions(
  world: World,
  learnerId: string,
  { questions, newest, history = [] }: Wanted,
): Promise<Map<string, Revision[]>> {
  if (questions?.length === 0) return new Map()
  const order = sql`partition by question_id order by saved_at, number, learner_id`
  let query = world.db.read
    .selectFrom('answer')
    .innerJoin('learner', 'learner.id', 'answer.learner_id')
    .where('learner.root_id', '=', learnerId)
    .selectAll('answer')
    .select(sql<number>`row_number() over (${order})`.as('revision'))
    .select(sql<number>`count(*) over (partition by question_id)`.as('revisions'))
  if (questions) query = query.where('answer.question_id', 'in', questions)
  let numbered = world.db.read.selectFrom(query.as('numbered')).selectAll().orderBy('revision')
  if (newest)
    numbered = numbered.where((where) =>
      where.or([
        where('revision', '=', where.ref('revisions')),
        ...(history.length ? [where('question_id', 'in', history)] : []),
      ]),
    )
  const opened = await Promise.all((await numbered.execute()).map((row) => open(world, row)))
  return Map.groupBy(
    opened.filter((r) => r !== null),
    (r) => r.questionId,
  )
}

/** The newest revision of one question, or undefined. */
export async function readNewest(world: World, learnerId: string, questionId: string): Promise<Revision | undefined> {
  return (await readRevisions(world, learnerId, { questions: [questionId], newest: true })).get(questionId)?.[0]
}

/** Whether this person has ever saved an answer to a question. */
export async function hasAnswered(db: Pick<Db, 'read'>, learnerId: string, questionId: string): Promise<boolean> {
  const row = await db.read
    .selectFrom('answer')
    .innerJoin('learner', 'learner.id', 'answer.learner_id')
    .select('answer.number')
    .where('learner.root_id', '=', learnerId)
    .where('answer.question_id', '=', questionId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What an operation saved, if it has been here before. */
export async function readOperation(
  world: World,
  learnerId: string,
  operationId: string,
): Promise<Revision | undefined> {
  const row = await world.db.read
    .selectFrom('answer')
    .innerJoin('learner', 'learner.id', 'answer.learner_id')
    .select('answer.question_id')
    .where('learner.root_id', '=', learnerId)
    .where('answer.operation_id', '=', operationId)
    .executeTakeFirst()
  if (!row) return undefined
  const revisions = (await readRevisions(world, learnerId, { questions: [row.question_id] })).get(row.question_id)
  return revisions?.find((r) => r.operationId === operationId)
}

/** Null when its learner is being erased. */
async function open(world: World, row: AnswerTable & { revision: number }): Promise<Revision | null> {
  const text = await openIfKept(world.keys, row.learner_id, row.sealed_value)
  if (text === null) return null
  const from = isElsewhere(row.question_id) ? elsewhere.parse(JSON.parse(text)) : null
  const given = from
    ? { value: valueElsewhere(from), moves: {}, asked: askedElsewhere(from) }
    : { ...splitMoves(JSON.parse(text)), asked: await askedIn(world, row) }
  return {
    questionId: row.question_id,
    revision: row.revision,
    ...given,
    savedAt: row.saved_at,
    channel: row.channel,
    wordingHash: row.wording_hash,
    operationId: row.operation_id,
    importedAt: row.imported_at,
    elsewhere: from,
  }
}

async function askedIn(world: World, row: AnswerTable): Promise<Asked> {
  if (row.sealed_asked !== null) return JSON.parse(await world.keys.open(row.learner_id, row.sealed_asked)) as Asked
  const asked = await readWording(world, row.question_id, row.wording_hash)
  if (!asked) throw new Error(`The wording ${row.wording_hash} of ${row.question_id} is missing.`)
  return asked
}
