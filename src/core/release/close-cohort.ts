import { peopleNeeded } from '../cohorts/countable.ts'
import { limitsOf } from '../cohorts/find-cohort.ts'
import { stillCounted } from '../cohorts/members.ts'
import { type Statement, statement } from '../db/db.ts'
import { chunksOf } from '../db/in-chunks.ts'
import { AppError } from '../errors.ts'
import { inGroups } from '../in-groups.ts'
import { stillApart } from '../learners/still-apart.ts'
import type { World } from '../world.ts'
import { participationOf } from './bands.ts'
import { releaseCards } from './cards.ts'
import { gapsToRelease } from './gaps-to-release.ts'
import { draw } from './picture.ts'
import { notCountedSince, sealReceipt } from './receipts.ts'
import type { ClosingTable } from './table.ts'
import { type WaitingAnswer, waitingIn } from './waiting.ts'
import { type Person, whoCounts } from './who-counts.ts'

const TRIES = 5

/** Answers to one wording of one question. */
type Batch = [WaitingAnswer, ...WaitingAnswer[]]

/**
 * Closes a cohort's batches at a tick: for each question and wording for which enough people wait, everybody who waits
 * becomes one frozen batch, and approved texts become cards. The batches, the receipts, the cards and the tick are one write, so that nothing is ever counted twice
 * or lost between; a remainder stays unseen. Gives the number of batches, or null if the tick was closed already.
 */
export async function closeCohort(world: World, cohortId: string, at: number): Promise<number | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await world.db.read
      .selectFrom('closing')
      .selectAll()
      .where('cohort_id', '=', cohortId)
      .executeTakeFirst()
    if (before && before.closed_at >= at) return null
    const people = await whoCounts(world, cohortId, at)
    const { answers, tookPart } = await waitingIn(world, cohortId, people, at)
    const batches = await ripe(world, cohortId, answers, at)
    const now = new Set([...tookPart, ...batches.flat().map((a) => a.person)])
    const joined = (before?.took_part ?? 0) + now.size - tookPart.size
    const gaps = await gapsToRelease(world, cohortId, people, at)
    const closing = { cohort_id: cohortId, closed_at: at, took_part: joined }
    const result = await world.db.write([
      moveOn(world, before, closing),
      ...guards(world, cohortId, [...batches.flat(), ...gaps.counted]),
      ...countedOnce(world, batches.flat()),
      ...(await count(world, closing, batches)),
      ...(await releaseCards(world, cohortId, at, people, batches)),
      ...gaps.statements,
    ])
    if (result.committed) return batches.length
  }
  throw new AppError('unavailable', 'People kept changing while a batch was being closed. It will be tried again.')
}

/**
 * What waits, by question and wording, where enough people wait, and have waited for as long as the cohort lets answers
 * settle. All who wait are in, however short; who is in has no order.
 */
async function ripe(world: World, cohortId: string, answers: WaitingAnswer[], at: number): Promise<Batch[]> {
  const { k, settle } = await limitsOf(world.db, cohortId)
  return inGroups(answers, ({ question }) => `${question.id} ${question.hash}`).filter((group) => {
    const settled = group.filter(({ savedAt }) => savedAt <= at - settle)
    return settled.length >= peopleNeeded(group[0].question, k)
  })
}

/** The tick is taken by exactly one worker: whoever moves the cohort on from where both found it. */
function moveOn({ db }: World, before: ClosingTable | undefined, to: ClosingTable): Statement {
  if (!before)
    return statement(
      db.draft
        .insertInto('closing')
        .values(to)
        .onConflict((c) => c.doNothing()),
      1,
    )
  const move = db.draft.updateTable('closing').set({ closed_at: to.closed_at, took_part: to.took_part })
  return statement(move.where('cohort_id', '=', to.cohort_id).where('closed_at', '=', before.closed_at), 1)
}

/** Whoever is counted must still be there, one person each, and still want to be counted. */
function guards({ db }: World, cohortId: string, counted: { person: Person }[]): Statement[] {
  const members = [...new Set(counted.flatMap((a) => a.person))]
  return [
    ...stillApart(
      db,
      members.map((m) => m.root),
    ),
    ...stillCounted(
      db,
      cohortId,
      members.flatMap((m) => m.learnerIds),
    ),
  ]
}

/** One notebook can't be counted twice, by its receipt's number; two of one person could, by two workers. */
const countedOnce = ({ db }: World, answers: WaitingAnswer[]): Statement[] =>
  answers.filter((a) => a.person.length > 1).map((a) => notCountedSince(db, rootsOf(a.person), a.question.id, a.before))

const rootsOf = (person: Person): string[] => person.map(({ root }) => root)

async function count(world: World, closing: ClosingTable, batches: Batch[]): Promise<Statement[]> {
  const { draft } = world.db
  const { cohort_id, closed_at } = closing
  const receipts = await Promise.all(
    batches.flat().map(async ({ root, question, keys, nth }) => {
      const content = { cohort: cohort_id, closedAt: closed_at, wording: question.hash, keys }
      return { learner_id: root, question_id: question.id, nth, sealed: await sealReceipt(world, root, content) }
    }),
  )
  const participation = participationOf(closing.took_part)
  const rows = batches.map((batch) => {
    const { question } = batch[0]
    const drawn = draw(
      question,
      batch.map((a) => a.value),
    )
    const picture = JSON.stringify(drawn)
    return { cohort_id, question_id: question.id, wording_hash: question.hash, closed_at, participation, picture }
  })
  return [
    ...chunksOf(receipts).map((chunk) =>
      statement(
        draft
          .insertInto('receipt')
          .values(chunk)
          .onConflict((c) => c.doNothing()),
        chunk.length,
      ),
    ),
    ...chunksOf(rows).map((chunk) => statement(draft.insertInto('batch').values(chunk), chunk.length)),
  ]
}
