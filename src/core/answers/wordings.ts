import { type Db, type Statement, statement } from '../db/db.ts'
import { notFound } from '../errors.ts'
import type { Part } from '../questions/parts.ts'
import type { Question } from '../questions/question.ts'
import type { World } from '../world.ts'

/** What a learner was asked: the words and parts as they stood then. */
export interface Asked {
  ask: string
  parts: Part[]
}

export const askedOf = (question: Question): Asked => ({ ask: question.ask, parts: question.parts })

/** Keeps the wording of every question of this version, so that answers to it stay readable when it changes. */
export async function keepWordings(db: Db, questions: Question[]): Promise<void> {
  if (questions.length) await db.write([keepWording(db, questions)])
}

/** The statement that does it. */
export function keepWording(db: Db, questions: Question[]): Statement {
  const rows = questions.map((q) => ({ question_id: q.id, hash: q.hash, asked: JSON.stringify(askedOf(q)) }))
  return statement(
    db.draft
      .insertInto('wording')
      .values(rows)
      .onConflict((c) => c.doNothing()),
  )
}

/** A wording by its question and hash: today's from the content, earlier ones from what was kept. */
export async function readWording(
  world: Pick<World, 'content'> & { db: Pick<Db, 'read'> },
  questionId: string,
  hash: string,
): Promise<Asked | null> {
  const current = world.content.question(questionId)
  if (current?.hash === hash) return askedOf(current)
  const row = await world.db.read
    .selectFrom('wording')
    .select('asked')
    .where('question_id', '=', questionId)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row ? (JSON.parse(row.asked) as Asked) : null
}

/** The question in the wording that the learner saw. */
export async function inWording(world: World, question: Question, hash: string | undefined): Promise<Question> {
  if (!hash || hash === question.hash) return question
  const asked = await readWording(world, question.id, hash)
  if (!asked) throw notFound('that wording of the question. Please reload the page; your words stay in the box')
  return { ...question, ...asked, hash }
}
