import type { Db } from '../db/db.ts'
import { notFound } from '../errors.ts'
import type { CohortTable, MemberTable } from './table.ts'

const missing = () => notFound('that course')

/** A cohort that this trainer runs. Somebody else's looks like one that isn't there. */
export async function staffedCohort(db: Db, rootId: string, id: string): Promise<CohortTable> {
  const cohort = await db.read
    .selectFrom('cohort')
    .innerJoin('staff', 'staff.cohort_id', 'cohort.id')
    .innerJoin('learner', 'learner.id', 'staff.learner_id')
    .where('cohort.id', '=', id)
    .where('learner.root_id', '=', rootId)
    .selectAll('cohort')
    .executeTakeFirst()
  if (!cohort) throw missing()
  return cohort
}

/** A cohort by what somebody typed as its join code. */
export async function cohortByCode(db: Db, code: string): Promise<CohortTable> {
  const cohort = await db.read.selectFrom('cohort').selectAll().where('join_code', '=', code).executeTakeFirst()
  if (!cohort) throw missing()
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

export const membershipRows = (db: Db, rootId: string, cohortId: string): Promise<MemberTable[]> =>
  db.read
    .selectFrom('member')
    .innerJoin('learner', 'learner.id', 'member.learner_id')
    .where('learner.root_id', '=', rootId)
    .where('member.cohort_id', '=', cohortId)
    .selectAll('member')
    .execute()

/** Whether this person runs the cohort. */
export async function runs(db: Db, rootId: string, cohortId: string): Promise<boolean> {
  const row = await db.read
    .selectFrom('staff')
    .innerJoin('learner', 'learner.id', 'staff.learner_id')
    .select('staff.cohort_id')
    .where('learner.root_id', '=', rootId)
    .where('staff.cohort_id', '=', cohortId)
    .executeTakeFirst()
  return row !== undefined
}

/** How many people this cohort asks for before anything shows. */
export async function kOf(db: Db, cohortId: string): Promise<number> {
  const row = await db.read.selectFrom('cohort').select('k').where('id', '=', cohortId).executeTakeFirst()
  if (!row) throw missing()
  return row.k
}
