import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import type { World } from '../world.ts'
import { afterSend, type Outcome, outcome } from './after-send.ts'
import { isBlind, MOST_BLIND } from './blind-sends.ts'
import { cutOffAt } from './cut-off.ts'
import { type ScheduleRow, toSettings } from './settings.ts'
import { forgetIdleChats } from './teams-chat.ts'
import { HALVE_AFTER, nextPrompt } from './when.ts'

/**
 * Says how a send ended. It counts only from whoever holds the delivery still; false otherwise. A press that came before
 * has settled it already.
 */
export const markDelivery = define({
  input: z.strictObject({ delivery: z.string().max(200), lease: z.string().max(100), outcome }),
  async run(world, actor, { delivery, lease, outcome }): Promise<boolean> {
    requireSystem(actor)
    const row = await world.db.read
      .selectFrom('delivery')
      .innerJoin('schedule', 'schedule.id', 'delivery.schedule_id')
      .innerJoin('learner', 'learner.id', 'delivery.learner_id')
      .selectAll('schedule')
      .select(['delivery.attempts', 'delivery.kind', 'learner.root_id'])
      .where('delivery.id', '=', delivery)
      .executeTakeFirst()
    if (!row) return false
    const { changed, also } = meaning(world, row, outcome)
    const mark = world.db.draft
      .updateTable('delivery')
      .set({ ...changed, lease: null, lease_until: null })
      .where('id', '=', delivery)
      .where('state', '=', 'leased')
      .where('lease', '=', lease)
    return (await world.db.write([statement(mark, 1), ...also])).committed
  },
})

type Row = ScheduleRow & { root_id: string; attempts: number; kind: 'prompt' | 'ask' }

function meaning({ db, clock }: World, row: Row, outcome: Outcome) {
  const now = clock.now()
  // Where nothing can be looked up, what may be there twice counts as there.
  const mayDouble = outcome.as === 'unknown' && isBlind(row.channel) && row.attempts + 1 >= MOST_BLIND
  const ended: Outcome = mayDouble ? { as: 'sent', ref: '' } : outcome
  const changed = afterSend(ended, row.attempts, now)
  const schedule = db.draft.updateTable('schedule').where('id', '=', row.id)
  const also: Statement[] = []
  if (ended.as === 'sent' && row.kind !== 'ask') also.push(statement(schedule.set(leftAlone(row, now))))
  if (ended.as === 'failed' && ended.gone)
    also.push(statement(schedule.set(cutOffAt(now))), forgetIdleChats(db, row.root_id))
  // What was refused isn't there, so no send of it is looked up.
  return { changed: ended.as === 'busy' ? { ...changed, tried_at: null } : changed, also }
}

/** Until they say something it counts as left alone; from the second on, every other one is left out. */
function leftAlone(row: Row, now: number): Pick<ScheduleRow, 'unanswered' | 'next_at'> {
  const unanswered = row.unanswered + 1
  const halves = row.is_on === 1 && unanswered === HALVE_AFTER
  return { unanswered, next_at: halves ? nextPrompt(toSettings(row), unanswered, now) : row.next_at }
}
