import { statement } from '../db/db.ts'
import type { World } from '../world.ts'
import { tooOldAt } from './gap.ts'

/** Deletes what was asked 90 days before a moment or earlier, also from the log beside the database. */
export async function deleteOldGaps({ db }: World, now: number): Promise<void> {
  const old = await db.read.selectFrom('gap').select('id').where('asked_at', '<=', tooOldAt(now)).limit(1).execute()
  if (old.length === 0) return
  await db.write([statement(db.draft.deleteFrom('gap').where('asked_at', '<=', tooOldAt(now)))])
  await db.scrub()
}
