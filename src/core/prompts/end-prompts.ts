import { type Db, type Statement, statement } from '../db/db.ts'
import { learnersOfRoot } from '../learners/join-learners.ts'
import { dropWaiting } from './settings.ts'
import type { ScheduleTable } from './table.ts'
import { forgetIdleChats } from './teams-chat.ts'

/** Which prompts: all, or those that come in a channel, or at one place in it. */
interface Where {
  channel?: ScheduleTable['channel']
  place?: string
}

/**
 * The statements that switch a person's prompts off, drop what was about to be sent, and forget where it was sent to. The
 * first changes a row when they were on. The other settings stay for another time.
 */
export function endPrompts(db: Db, rootId: string, { channel, place }: Where = {}): Statement[] {
  const mine = learnersOfRoot(db, rootId)
  let stop = db.draft
    .updateTable('schedule')
    .set(({ eb }) => ({ is_on: 0, next_at: null, asked_at: null, changed_at: eb('changed_at', '+', 1) }))
    .where('is_on', '=', 1)
    .where('learner_id', 'in', mine)
  if (channel !== undefined) stop = stop.where('channel', '=', channel)
  if (place !== undefined) stop = stop.where('place', '=', place)
  return [statement(stop), dropWaiting(db, rootId), forgetIdleChats(db, rootId)]
}
