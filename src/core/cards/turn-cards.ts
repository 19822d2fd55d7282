import { type Db, type Statement, statement } from '../db/db.ts'
import { chunksOf } from '../db/in-chunks.ts'
import type { World } from '../world.ts'

/** A text on its way to becoming a card. */
export interface NewCard {
  id: string
  question: string
  words: string
}

/** An id that tells nobody anything: the installation's key is in it. Texts that are the same get different ones. */
export function cardId({ keys }: World, cohort: string, question: string, at: number, words: string, nth: number) {
  return keys.blind(JSON.stringify(['card', cohort, question, at, words, nth]))
}

/**
 * The statements of a cohort's cards at a tick: new ones come, those that were taken back by then go, those that the group
 * reported by then are put aside. All cards of a question in which one comes or goes change places, so that nothing about
 * an author can be told from where a card stands.
 */
export async function turnCards(world: World, cohort: string, at: number, fresh: NewCard[]): Promise<Statement[]> {
  const { db } = world
  const [there, going] = await Promise.all([cardsOf(db, cohort), goingBy(db, cohort, at)])
  const gone = there.filter((card) => going.includes(card.id))
  const staying = there.filter((card) => !going.includes(card.id))
  const reported = staying.filter((card) => card.reported === 0 && card.reported_at !== null && card.reported_at <= at)
  const touched = new Set([...gone.map((c) => c.question_id), ...fresh.map((c) => c.question)])
  const placeOf = (id: string) => world.keys.blind(JSON.stringify(['place', id, at]))
  // Keys go before the rows, as at an erasure: a crash between leaves nothing that can be read.
  if (going.length > 0) await world.keys.destroy(going)
  const comes = await Promise.all(
    fresh.map(async ({ id, question, words }) => ({
      id,
      cohort_id: cohort,
      question_id: question,
      sealed: await sealCard(world, id, words),
      place: placeOf(id),
      state: 'new' as const,
      reported: 0,
      reported_at: null,
    })),
  )
  const change = (id: string, to: object) =>
    statement(db.draft.updateTable('card').set(to).where('id', '=', id).where('cohort_id', '=', cohort))
  return [
    ...chunksOf(going).flatMap((ids) => [
      statement(db.draft.deleteFrom('card').where('cohort_id', '=', cohort).where('id', 'in', ids)),
      statement(db.draft.deleteFrom('leaving_card').where('card_id', 'in', ids)),
    ]),
    ...reported.map(({ id }) => change(id, { state: 'hidden', reported: 1 })),
    ...staying.filter((c) => touched.has(c.question_id)).map(({ id }) => change(id, { place: placeOf(id) })),
    ...chunksOf(comes).map((rows) => statement(db.draft.insertInto('card').values(rows), rows.length)),
  ]
}

async function sealCard({ keys }: World, id: string, words: string): Promise<string> {
  await keys.ensure(id)
  return keys.seal(id, words)
}

const cardsOf = (db: Db, cohort: string) =>
  db.read
    .selectFrom('card')
    .select(['id', 'question_id', 'reported', 'reported_at'])
    .where('cohort_id', '=', cohort)
    .execute()

async function goingBy(db: Db, cohort: string, at: number): Promise<string[]> {
  const rows = await db.read
    .selectFrom('leaving_card')
    .select('card_id')
    .where('cohort_id', '=', cohort)
    .where('asked_at', '<=', at)
    .execute()
  return rows.map((row) => row.card_id)
}

/** The cohorts in which a card was taken back or reported by a moment, and no tick has come since. */
export async function cohortsToClear({ read }: Db, by: number): Promise<string[]> {
  const [leaving, reported] = await Promise.all([
    read.selectFrom('leaving_card').select('cohort_id').where('asked_at', '<=', by).distinct().execute(),
    read
      .selectFrom('card')
      .select('cohort_id')
      .where('reported', '=', 0)
      .where('reported_at', '<=', by)
      .distinct()
      .execute(),
  ])
  return [...new Set([...leaving, ...reported].map((row) => row.cohort_id))].sort()
}
