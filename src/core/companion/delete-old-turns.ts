import { statement } from '../db/db.ts'
import type { World } from '../world.ts'
import { tooOldAt } from './turn.ts'

/** Deletes what was said 30 days before a moment or earlier, also from the log beside the database. */
export async function deleteOldTurns({ db }: World, now: number): Promise<void> {
  const old = await db.read.selectFrom('turn').select('id').where('said_at', '<=', tooOldAt(now)).limit(1).execute()
  if (old.length === 0) return
  await db.write([statement(db.draft.deleteFrom('turn').where('said_at', '<=', tooOldAt(now)))])
  await db.scrub()
}
