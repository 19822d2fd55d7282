import type { Db } from '../db/db.ts'
import { inChunks } from '../db/in-chunks.ts'
import { membershipsOf } from './members.ts'

/** A course that somebody joined, or runs or has run, under the name that they gave. */
export interface MyPlaces {
  joined: { cohort: string; course: string; joinedAt: number; counted: boolean }[]
  runs: { cohort: string; course: string; name: string; leftAt: number | null }[]
}

/** Where a person stands in every course they have to do with, in the order of joining. Nothing of anybody else. */
export async function placesOf(db: Db, rootId: string): Promise<MyPlaces> {
  const memberships = await membershipsOf(db, [rootId])
  const staff = await db.read
    .selectFrom('staff')
    .innerJoin('learner', 'learner.id', 'staff.learner_id')
    .innerJoin('cohort', 'cohort.id', 'staff.cohort_id')
    .where('learner.root_id', '=', rootId)
    .select(['staff.cohort_id', 'staff.name', 'staff.left_at', 'cohort.name as course'])
    .orderBy('cohort.made_at')
    .orderBy('cohort.id')
    .execute()
  const names = await courseNames(
    db,
    memberships.map((m) => m.cohortId),
  )
  return {
    joined: memberships
      .toSorted((a, b) => a.joinedAt - b.joinedAt || (a.cohortId < b.cohortId ? -1 : 1))
      .map(({ cohortId, joinedAt, counted }) => ({
        cohort: cohortId,
        course: names.get(cohortId) ?? '',
        joinedAt,
        counted,
      })),
    runs: staff.map((row) => ({
      cohort: row.cohort_id,
      course: row.course,
      name: row.name,
      leftAt: row.left_at,
    })),
  }
}

/** What courses are called, by their ids. */
export async function courseNames(db: Db, ids: string[]): Promise<Map<string, string>> {
  const rows = await inChunks([...new Set(ids)], (chunk) =>
    db.read.selectFrom('cohort').select(['id', 'name']).where('id', 'in', chunk).execute(),
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
