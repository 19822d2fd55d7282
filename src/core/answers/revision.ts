import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
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
  /** Only the newest of each question, or the first and the newest. */
  only?: 'newest' | 'ends'
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
  { questions, only, history = [] }: Wanted,
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
  if (only)
    numbered = numbered.where((where) =>
      where.or([
        where('revision', '=', where.ref('revisions')),
        ...(only === 'ends' ? [where('revision', '=', 1)] : []),
        ...(history.length ? [where('question_id', 'in', history)] : []),
      ]),
    )
  return openRows(world, await numbered.execute())
}

/** Opens rows in their order, by question. */
async function openRows(world: World, rows: Row[]): Promise<Map<string, Revision[]>> {
  const texts = await world.keys.openAll(rows.map((row) => ({ learnerId: row.learner_id, sealed: row.sealed_value })))
  const wordings = await readWordings(world, rows)
  const found = new Map<string, Revision[]>()
  for (const [i, row] of rows.entries()) {
    const text = texts[i]
    // Null when its learner is being erased.
    if (typeof text !== 'string') continue
    const revision = toRevision(row, text, await wordings(row))
    const before = found.get(row.question_id)
    if (before) before.push(revision)
    else found.set(row.question_id, [revision])
  }
  return found
}

interface OfQuestion extends Record<string, string> {
  learnerId: string
  questionId: string
}

// The index alone says which one is the newest; the words of that one are read, and of no other.
const newestOf = prepared(['learnerId', 'questionId'], (read, { learnerId, questionId }: OfQuestion) => {
  const ofQuestion = read
    .selectFrom('answer')
    .innerJoin('learner', 'learner.id', 'answer.learner_id')
    .where('learner.root_id', '=', learnerId)
    .where('answer.question_id', '=', questionId)
  const newest = ofQuestion
    .select(['answer.learner_id', 'answer.question_id', 'answer.number'])
    .orderBy('answer.saved_at', 'desc')
    .orderBy('answer.number', 'desc')
    .orderBy('answer.learner_id', 'desc')
    // As a parameter SQLite would take three times as long.
    .limit(sql.lit(1))
  return read
    .selectFrom(newest.as('newest'))
    .innerJoin('answer', (join) =>
      join
        .onRef('answer.learner_id', '=', 'newest.learner_id')
        .onRef('answer.question_id', '=', 'newest.question_id')
        .onRef('answer.number', '=', 'newest.number'),
    )
    .selectAll('answer')
    .select(
      ofQuestion
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('revision'),
    )
})

/** The row of the newest revision of a question that this person has answered. */
export async function newestRow(db: Db, learnerId: string, questionId: string): Promise<Row> {
  const [row] = await newestOf(db, { learnerId, questionId })
  if (!row) throw new Error(`There is no answer to ${questionId}, and its newest version was asked for.`)
  return row
}

/** The newest revision of one question, or undefined. */
export async function readNewest(world: World, learnerId: string, questionId: string): Promise<Revision | undefined> {
  return (await openRows(world, await newestOf(world.db, { learnerId, questionId }))).get(questionId)?.[0]
}

/** When each version of this person's answers was saved, by question, in the order of `readRevisions`. */
export async function readTimes({ read }: Pick<Db, 'read'>, learnerId: string): Promise<Map<string, number[]>> {
  const rows = await read
    .selectFrom('answer')
    .innerJoin('learner', 'learner.id', 'answer.learner_id')
    .select(['answer.question_id', 'answer.saved_at'])
    .where('learner.root_id', '=', learnerId)
    .orderBy('answer.saved_at')
    .execute()
  const byQuestion = Map.groupBy(rows, (row) => row.question_id)
  return new Map([...byQuestion].map(([question, mine]) => [question, mine.map((row) => row.saved_at)]))
}

/** Whether this person has ever saved an answer: to this question, or to any. */
export async function hasAnswered(db: Pick<Db, 'read'>, learnerId: string, questionId?: string): Promise<boolean> {
  const answers = db.read
    .selectFrom('answer')
    .innerJoin('learner', 'learner.id', 'answer.learner_id')
    .select('answer.number')
    .where('learner.root_id', '=', learnerId)
    .limit(1)
  const row = await (questionId === undefined
    ? answers
    : answers.where('question_id', '=', questionId)
  ).executeTakeFirst()
  return row !== undefined
}

/** What an operation saved to this question, if it has been here before. */
export async function readOperation(
  world: World,
  learnerId: string,
  questionId: string,
  operationId: string,
): Promise<Revision | undefined> {
  const revisions = (await readRevisions(world, learnerId, { questions: [questionId] })).get(questionId)
  return revisions?.find((r) => r.operationId === operationId)
}

/** Whether an operation has saved an answer of this learner, to whatever question. */
export async function isUsed({ db }: World, learnerId: string, operationId: string): Promise<boolean> {
  const used = db.read.selectFrom('answer').select('number').where('learner_id', '=', learnerId)
  return (await used.where('operation_id', '=', operationId).executeTakeFirst()) !== undefined
}

type Row = AnswerTable & { revision: number }

/**
 * Each wording that these rows were given to, looked up once; one that was brought along stands sealed in its own row.
 * Null of what isn't asked here: its words say what they answer.
 */
async function readWordings(world: World, rows: Row[]): Promise<(row: Row) => Promise<Asked | null>> {
  const found = new Map<string, Asked>()
  const keyOf = ({ question_id, wording_hash }: Row) => `${question_id} ${wording_hash}`
  for (const row of rows) {
    if (found.has(keyOf(row)) || row.sealed_asked !== null || isElsewhere(row.question_id)) continue
    const asked = await readWording(world, row.question_id, row.wording_hash)
    if (!asked) throw new Error(`The wording ${row.wording_hash} of ${row.question_id} is missing.`)
    found.set(keyOf(row), asked)
  }
  return async (row) =>
    row.sealed_asked === null
      ? (found.get(keyOf(row)) ?? null)
      : (JSON.parse(await world.keys.open(row.learner_id, row.sealed_asked)) as Asked)
}

function toRevision(row: Row, text: string, asked: Asked | null): Revision {
  const from = asked === null ? elsewhere.parse(JSON.parse(text)) : null
  const given = from
    ? { value: valueElsewhere(from), moves: {}, asked: askedElsewhere(from) }
    : { ...splitMoves(JSON.parse(text)), asked: asked as Asked }
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
