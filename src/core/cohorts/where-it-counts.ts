import type { Db } from '../db/db.ts'
import { inChunks } from '../db/in-chunks.ts'
import { type Membership, membershipsOf } from './members.ts'

/** The cohort in which this person's answer to a question counts, or null. */
export type WhereItCounts = (root: string, questionId: string) => string | null

/**
 * An answer that was never counted counts in one cohort: of those that ask the question, have a tick from `at` on, and
 * that its author joined by then to be counted, the one joined first. (One that was counted stays with its cohort for
 * good: its receipt says so.)
 */
export async function whereItCounts(db: Db, roots: string[], at: number): Promise<WhereItCounts> {
  const byRoot = await chosenAndGoingOn(db, roots, at)
  const asks = await questionsAsked(db, [...new Set([...byRoot.values()].flat().map((m) => m.cohortId))])
  return (root, questionId) => byRoot.get(root)?.find((m) => asks.has(`${m.cohortId} ${questionId}`))?.cohortId ?? null
}

/**
 * The cohort in which something counts that no cohort asks for, such as what the companion couldn't answer: of those that
 * have a tick from `at` on, and that this person joined by then to be counted, the one joined first.
 */
export async function firstCohort(db: Db, roots: string[], at: number): Promise<(root: string) => string | null> {
  const byRoot = await chosenAndGoingOn(db, roots, at)
  return (root) => byRoot.get(root)?.[0]?.cohortId ?? null
}

/** Where these people chose by then to be counted and a tick is still to come, by root, in the order of joining. */
async function chosenAndGoingOn(db: Db, roots: string[], at: number): Promise<Map<string, Membership[]>> {
  const chosen = (await membershipsOf(db, roots)).filter((m) => m.counted && m.joinedAt <= at)
  const going = await goingOn(db, [...new Set(chosen.map((m) => m.cohortId))], at)
  const memberships = chosen.filter((m) => going.has(m.cohortId))
  return Map.groupBy(memberships.sort(inOrderOfJoining), (m) => m.root)
}

const inOrderOfJoining = (a: Membership, b: Membership): number =>
  a.joinedAt - b.joinedAt || (a.cohortId < b.cohortId ? -1 : 1)

/**
 * The cohorts that still have a tick to come: where there is none, nothing can be counted any more. Of one that was
 * archived, the ticks from then on are dropped.
 */
export async function goingOn(db: Db, cohortIds: string[], at: number): Promise<Set<string>> {
  const rows = await inChunks(cohortIds, (chunk) =>
    db.read
      .selectFrom('cohort')
      .leftJoin('cohort_tick', 'cohort_tick.cohort_id', 'cohort.id')
      .where('cohort.id', 'in', chunk)
      .where((where) =>
        where.or([
          where.and([
            where('cohort.rhythm', '=', 'nightly'),
            where.or([where('archived_at', 'is', null), where('archived_at', '>', at)]),
          ]),
          where.and([
            where('cohort_tick.at', '>=', at),
            where.or([where('archived_at', 'is', null), where('archived_at', '>', where.ref('cohort_tick.at'))]),
          ]),
        ]),
      )
      .select('cohort.id')
      .distinct()
      .execute(),
  )
  return new Set(rows.map((row) => row.id))
}

async function questionsAsked(db: Db, cohortIds: string[]): Promise<Set<string>> {
  const rows = await inChunks(cohortIds, (chunk) =>
    db.read.selectFrom('cohort_question').selectAll().where('cohort_id', 'in', chunk).execute(),
  )
  return new Set(rows.map((row) => `${row.cohort_id} ${row.question_id}`))
}
