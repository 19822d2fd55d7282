import { type Db, type Statement, statement } from '../db/db.ts'
import { chunksOf, inChunks } from '../db/in-chunks.ts'

/** One person's membership of one cohort. */
export interface Membership {
  root: string
  cohortId: string
  counted: boolean
  joinedAt: number
  /** The learner ids that joined; several when notebooks were put together. */
  learnerIds: string[]
}

type Row = { root_id: string; learner_id: string; cohort_id: string; counted: number; joined_at: number }

/** Everybody who joined a cohort. */
export const membersOf = async (db: Db, cohortId: string): Promise<Membership[]> =>
  byPerson(await memberships(db).where('member.cohort_id', '=', cohortId).execute())

/** Every membership of these people, in whatever cohort. */
export const membershipsOf = async (db: Db, roots: string[]): Promise<Membership[]> =>
  byPerson(await inChunks(roots, (chunk) => memberships(db).where('learner.root_id', 'in', chunk).execute()))

const memberships = (db: Db) =>
  db.read
    .selectFrom('member')
    .innerJoin('learner', 'learner.id', 'member.learner_id')
    .select(['learner.root_id', 'member.learner_id', 'member.cohort_id', 'member.counted', 'member.joined_at'])

/** Joined learners are one person, who joined when the first of them did, and is counted only if all of them agreed. */
function byPerson(rows: Row[]): Membership[] {
  const found = new Map<string, Membership>()
  for (const row of rows) {
    const key = `${row.root_id} ${row.cohort_id}`
    const known = found.get(key)
    found.set(key, {
      root: row.root_id,
      cohortId: row.cohort_id,
      counted: row.counted === 1 && (known?.counted ?? true),
      joinedAt: Math.min(row.joined_at, known?.joinedAt ?? row.joined_at),
      learnerIds: [...(known?.learnerIds ?? []), row.learner_id],
    })
  }
  return [...found.values()]
}

/** Statements for the unit that counts these members: it only stands if all of them still want to be counted. */
export const stillCounted = (db: Db, cohortId: string, learnerIds: string[]): Statement[] =>
  chunksOf(learnerIds.toSorted()).map((chunk) => {
    const same = db.draft.updateTable('member').set({ counted: 1 }).where('counted', '=', 1)
    return statement(same.where('cohort_id', '=', cohortId).where('learner_id', 'in', chunk), chunk.length)
  })
