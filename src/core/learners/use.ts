import { type Db, type Statement, statement } from '../db/db.ts'
import type { World } from '../world.ts'

/** The end of the month that a moment is in, UTC. All that is kept of visits is the month of the last. */
export const monthEnd = (at: number): number => monthsFrom(at, 1)

/** The beginning of the month so many months from that of a moment, UTC. */
export function monthsFrom(at: number, months: number): number {
  const day = new Date(at)
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1)
}

/** The statement that notes that a notebook is in use: whatever warning went out is void. */
export const noteUse = (db: Db, rootId: string, now: number): Statement =>
  statement(
    db.draft
      .updateTable('learner')
      .set({ used_until: monthEnd(now), warned_at: null })
      .where('id', '=', rootId),
  )

/** Whether this month's use of a notebook is noted already. */
export async function isNoted({ db, clock }: World, rootId: string): Promise<boolean> {
  const row = await db.read
    .selectFrom('learner')
    .select(['used_until', 'warned_at'])
    .where('id', '=', rootId)
    .executeTakeFirst()
  return row === undefined || (row.warned_at === null && (row.used_until ?? 0) >= monthEnd(clock.now()))
}
