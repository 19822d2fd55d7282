import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { type Db, type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import type { World } from '../world.ts'
import { afterSend, type Outcome, outcome } from './after-send.ts'
import { cutOffAt } from './cut-off.ts'
import { channel, type ScheduleRow, toSettings } from './settings.ts'
import { forgetIdleChats } from './teams-chat.ts'
import { HALVE_AFTER, nextPrompt } from './when.ts'

/**
 * Says how a send ended. It counts only from whoever holds the delivery still; false otherwise. A press that came before
 * has settled it already.
 */
export const markDelivery = define({
  input: z.strictObject({
    delivery: z.string().max(200),
    lease: z.string().max(100),
    outcome,
    /** Where it was sent, as it was taken. */
    channel,
  }),
  async run(world, actor, { delivery, lease, outcome, channel }): Promise<boolean> {
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
    const { changed, also } = meaning(world, row, outcome, channel)
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

function meaning({ db, clock }: World, row: Row, outcome: Outcome, channel: Row['channel']) {
  const now = clock.now()
  const changed = afterSend(outcome, { attempts: row.attempts, findable: isFindable(channel) }, now)
  const also: Statement[] = changed.state === 'sent' ? nowLeftAlone(db, row, row.kind, now) : []
  // What was moved elsewhere meanwhile is not what failed.
  if (outcome.as === 'failed' && outcome.gone && channel === row.channel) {
    const schedule = db.draft.updateTable('schedule').where('id', '=', row.id).where('channel', '=', channel)
    const cut = schedule.set(({ eb }) => ({ ...cutOffAt(now), changed_at: eb('changed_at', '+', 1) }))
    also.push(statement(cut), forgetIdleChats(db, row.root_id))
  }
  // What was refused isn't there, so no send of it is looked up.
  return { changed: outcome.as === 'busy' ? { ...changed, tried_at: null } : changed, also }
}

/** Teams takes no name of ours for a message, and can't be asked for one. */
export const isFindable = (channel: Row['channel']): boolean => channel !== 'teams'

/** What a prompt that counts as sent changes of its schedule. Whether to go on is asked without that. */
export const nowLeftAlone = (db: Db, schedule: ScheduleRow, kind: Row['kind'], now: number): Statement[] =>
  kind === 'ask'
    ? []
    : [statement(db.draft.updateTable('schedule').where('id', '=', schedule.id).set(leftAlone(schedule, now)))]

/** Until they say something it counts as left alone; from the second on, every other one is left out. */
function leftAlone(row: ScheduleRow, now: number): Pick<ScheduleRow, 'unanswered' | 'next_at'> {
  const unanswered = row.unanswered + 1
  const halves = row.is_on === 1 && unanswered === HALVE_AFTER
  return { unanswered, next_at: halves ? nextPrompt(toSettings(row), unanswered, now) : row.next_at }
}
