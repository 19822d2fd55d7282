import type { Db } from '../db/db.ts'

/**
 * The staff of a cohort and of every cohort that shares a trainer with it. None of them counts there: a trainer's
 * colleagues would otherwise fill a batch up around one learner.
 */
export async function staffAround(db: Db, cohortId: string): Promise<string[]> {
  const own = await rootsOf(db, [cohortId])
  if (own.length === 0) return []
  const shared = await db.read
    .selectFrom('staff')
    .innerJoin('learner', 'learner.id', 'staff.learner_id')
    .where('learner.root_id', 'in', own)
    .select('staff.cohort_id')
    .distinct()
    .execute()
  return rootsOf(
    db,
    shared.map((row) => row.cohort_id),
  )
}

async function rootsOf(db: Db, cohortIds: string[]): Promise<string[]> {
  const rows = await db.read
    .selectFrom('staff')
    .innerJoin('learner', 'learner.id', 'staff.learner_id')
    .where('staff.cohort_id', 'in', cohortIds)
    .select('learner.root_id')
    .distinct()
    .execute()
  return rows.map((row) => row.root_id)
}
