import type { Db } from '../db/db.ts'
import { hashSecret } from '../id.ts'
import { learnersOfRoot } from '../learners/join-learners.ts'

/** When the calendar address of a person was made; null where there is none. */
export async function calendarSince(db: Db, rootId: string): Promise<number | null> {
  const row = await db.read
    .selectFrom('calendar_address')
    .innerJoin('learner', 'learner.id', 'calendar_address.learner_id')
    .select('calendar_address.made_at')
    .where('learner.root_id', '=', rootId)
    .orderBy('calendar_address.made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.made_at ?? null
}

/** Whose calendar a secret opens; null where it opens none any more. */
export async function ownerOfCalendar(db: Db, secret: string): Promise<string | null> {
  const row = await db.read
    .selectFrom('calendar_address')
    .innerJoin('learner', 'learner.id', 'calendar_address.learner_id')
    .select('learner.root_id')
    .where('calendar_address.secret_hash', '=', hashSecret(secret))
    .executeTakeFirst()
  return row?.root_id ?? null
}

/** The query that ends every calendar address of a person. */
export const endCalendars = (db: Db, rootId: string) =>
  db.draft.deleteFrom('calendar_address').where('learner_id', 'in', learnersOfRoot(db, rootId))
