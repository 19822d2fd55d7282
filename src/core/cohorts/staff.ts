import type { Db } from '../db/db.ts'

/**
 * The staff of a cohort and of every cohort that shares a trainer with it. None of them counts there: a trainer's
 * colleagues would otherwise fill a batch up around one learner.
 */
export async function staffAround(db: Db, cohortId: string): Promise<string[]> {
  const staff = db.read.selectFrom('staff').innerJoin('learner', 'learner.id', 'staff.learner_id')
  const own = staff.where('staff.cohort_id', '=', cohortId).select('learner.root_id')
  const shared = staff.where('learner.root_id', 'in', own).select('staff.cohort_id')
  const rows = await staff.where('staff.cohort_id', 'in', shared).select('learner.root_id').distinct().execute()
  return rows.map((row) => row.root_id)
}
