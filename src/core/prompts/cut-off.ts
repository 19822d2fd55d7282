import { type Db, type Statement, statement } from '../db/db.ts'
import type { ScheduleTable } from './table.ts'

/** What a schedule becomes when its channel turns out not to reach its learner any more. Their page says so. */
export const cutOffAt = (now: number) => ({ is_on: 0, next_at: null, asked_at: null, cut_off_at: now })

/** The statements that end all prompts that go to places whose names begin alike: nobody can be reached there any more. */
export function cutOff(db: Db, where: { channel: ScheduleTable['channel']; within: string }, now: number): Statement[] {
  const there = db.draft
    .selectFrom('schedule')
    .select('id')
    .where('channel', '=', where.channel)
    .where('place', 'like', `${where.within}%`)
  const failed = db.draft
    .updateTable('delivery')
    .set({ state: 'failed' })
    .where('state', '=', 'waiting')
    .where('schedule_id', 'in', there)
  const off = db.draft
    .updateTable('schedule')
    .set(({ eb }) => ({ ...cutOffAt(now), changed_at: eb('changed_at', '+', 1) }))
    .where('is_on', '=', 1)
    .where('channel', '=', where.channel)
    .where('place', 'like', `${where.within}%`)
  return [statement(failed), statement(off)]
}
