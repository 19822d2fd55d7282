import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import type { World } from '../world.ts'
import { isBlind, MOST_BLIND } from './blind-sends.ts'
import { cutOffAt } from './cut-off.ts'
import { type ScheduleRow, toSettings } from './settings.ts'
import { forgetIdleChats } from './teams-chat.ts'
import { HALVE_AFTER, nextPrompt } from './when.ts'

const SECOND = 1000
/** The first wait after a fault that nobody has named a time for; each further one is twice as long. */
const FIRST_WAIT = 30 * SECOND
const LONGEST_WAIT = 3_600_000
const MOST_ATTEMPTS = 8

const outcome = z.discriminatedUnion('as', [
  /** `ref`: the channel's own name of the message. */
  z.strictObject({ as: z.literal('sent'), ref: z.string().max(200) }),
  /** It was refused for now, so it isn't there. In milliseconds, as the channel said; `alone`: others may be taken. */
  z.strictObject({ as: z.literal('busy'), waitMs: z.number().min(0), alone: z.boolean().optional() }),
  /** It went wrong, and may be there or not. */
  z.strictObject({ as: z.literal('unknown') }),
  /** It will never work. `gone`: nothing else would either, so prompts are switched off, and their page says why. */
  z.strictObject({ as: z.literal('failed'), gone: z.boolean() }),
])
type Outcome = z.infer<typeof outcome>

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
  const schedule = db.draft.updateTable('schedule').where('id', '=', row.id)
  const none: Statement[] = []
  const asSent = (ref: string) => ({
    changed: { state: 'sent' as const, sent_at: now, sent_ref: ref },
    also: row.kind === 'ask' ? none : [statement(schedule.set(leftAlone(row, now)))],
  })
  switch (outcome.as) {
    case 'sent':
      return asSent(outcome.ref)
    case 'busy':
      return { changed: { state: 'waiting' as const, due_at: now + outcome.waitMs, tried_at: null }, also: none }
    case 'unknown': {
      const attempts = row.attempts + 1
      if (isBlind(row.channel) && attempts >= MOST_BLIND) return asSent('')
      if (attempts >= MOST_ATTEMPTS) return { changed: { state: 'failed' as const, attempts }, also: none }
      // Up to half as long again, so that not all come back at the same moment.
      const wait = Math.min(FIRST_WAIT * 2 ** row.attempts, LONGEST_WAIT) * (1 + Math.random() / 2)
      return { changed: { state: 'waiting' as const, attempts, due_at: Math.round(now + wait) }, also: none }
    }
    case 'failed':
      return {
        changed: { state: 'failed' as const },
        also: outcome.gone ? [statement(schedule.set(cutOffAt(now))), forgetIdleChats(db, row.root_id)] : none,
      }
  }
}

/** Until they say something it counts as left alone; from the second on, every other one is left out. */
function leftAlone(row: Row, now: number): Pick<ScheduleRow, 'unanswered' | 'next_at'> {
  const unanswered = row.unanswered + 1
  const halves = row.is_on === 1 && unanswered === HALVE_AFTER
  return { unanswered, next_at: halves ? nextPrompt(toSettings(row), unanswered, now) : row.next_at }
}
