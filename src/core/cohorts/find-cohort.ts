import type { Db } from '../db/db.ts'
import { AppError, notFound, nullIfMissing } from '../errors.ts'
import type { World } from '../world.ts'
import { type Demand, toDemand } from './demand.ts'
import type { CohortTable, MemberTable } from './table.ts'
import { DAY } from './tick-time.ts'

const missing = () => notFound('that course')

type Looking = Pick<World, 'db' | 'clock'>

/**
 * A cohort that this trainer runs. Somebody else's looks like one that isn't there, and so does one that was archived,
 * once the date has passed until which it could be read.
 */
export async function staffedCohort({ db, clock }: Looking, rootId: string, id: string): Promise<CohortTable> {
  const cohort = await db.read
    .selectFrom('cohort')
    .innerJoin('staff', 'staff.cohort_id', 'cohort.id')
    .innerJoin('learner', 'learner.id', 'staff.learner_id')
    .where('cohort.id', '=', id)
    .where('learner.root_id', '=', rootId)
    .where('staff.left_at', 'is', null)
    .where((where) => where.or([where('readable_until', 'is', null), where('readable_until', '>', clock.now())]))
    .selectAll('cohort')
    .executeTakeFirst()
  if (!cohort) throw missing()
  return cohort
}

/** One that this trainer runs and that hasn't ended: only such a one can still be changed. */
export async function runningCohort(world: Looking, rootId: string, id: string): Promise<CohortTable> {
  const cohort = await staffedCohort(world, rootId, id)
  if (cohort.archived_at !== null) throw hasEnded()
  return cohort
}

export const hasEnded = (): AppError =>
  new AppError('invalid', 'This course has ended, so nothing of it can be changed any more. You can copy it.')

/** A cohort by what somebody typed as its join code. One that has ended can't be joined, so it isn't there. */
export async function cohortByCode(db: Db, code: string): Promise<CohortTable> {
  const cohort = await db.read
    .selectFrom('cohort')
    .selectAll()
    .where('join_code', '=', code)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!cohort)
    throw new AppError(
      'not-found',
      'We couldn’t find a course with that code. Check each word and the number with whoever gave it to you. A course that has ended can’t be joined.',
    )
  return cohort
}

/** A cohort that this learner joined, with how. What two joined learners chose differently counts as "not counted". */
export async function joinedCohort(
  db: Db,
  rootId: string,
  id: string,
): Promise<{ cohort: CohortTable; counted: boolean }> {
  const cohort = await db.read.selectFrom('cohort').selectAll().where('id', '=', id).executeTakeFirst()
  const rows = await membershipRows(db, rootId, id)
  if (!cohort || rows.length === 0) throw missing()
  return { cohort, counted: rows.every((row) => row.counted === 1) }
}

/** What a yes to being counted is a yes to, for the ledger of consents. */
export const aboutCounting = ({ id, name, channel_sees }: CohortTable) =>
  ({ kind: 'counted', cohort: id, name, channelSees: channel_sees === 1 }) as const

/** One that goes on, by its id, for whoever has a right to it by other means; undefined where there is none. */
export const goingCohort = (db: Db, id: string): Promise<CohortTable | undefined> =>
  db.read.selectFrom('cohort').selectAll().where('id', '=', id).where('archived_at', 'is', null).executeTakeFirst()

export const membershipRows = (db: Db, rootId: string, cohortId: string): Promise<MemberTable[]> =>
  db.read
    .selectFrom('member')
    .innerJoin('learner', 'learner.id', 'member.learner_id')
    .where('learner.root_id', '=', rootId)
    .where('member.cohort_id', '=', cohortId)
    .selectAll('member')
    .execute()

/** Whether this person runs the cohort now. */
export const runsNow = async (world: Looking, rootId: string, cohortId: string): Promise<boolean> =>
  (await staffedCohort(world, rootId, cohortId).catch(nullIfMissing)) !== null

/** Whether this person runs the cohort, or has run it. */
export async function hasRun(db: Db, rootId: string, cohortId: string): Promise<boolean> {
  const row = await db.read
    .selectFrom('staff')
    .innerJoin('learner', 'learner.id', 'staff.learner_id')
    .select('staff.cohort_id')
    .where('learner.root_id', '=', rootId)
    .where('staff.cohort_id', '=', cohortId)
    .executeTakeFirst()
  return row !== undefined
}

/** What has to be there before anything of a cohort shows: so many people, and answers so old, in milliseconds. */
export async function limitsOf(db: Db, cohortId: string): Promise<{ k: number; settle: number }> {
  const row = await db.read
    .selectFrom('cohort')
    .select(['k', 'settle_days'])
    .where('id', '=', cohortId)
    .executeTakeFirst()
  if (!row) throw missing()
  return { k: row.k, settle: row.settle_days * DAY }
}

/** Which proof of who one is counts in this cohort; null where every proof does. */
export async function demandOf(db: Db, cohortId: string): Promise<Demand | null> {
  const row = await db.read.selectFrom('cohort').select('demands').where('id', '=', cohortId).executeTakeFirst()
  return toDemand(row?.demands ?? null)
}
