import { z } from 'zod'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'
import { hashSecret } from '../id.ts'
import { localTime } from '../local-time.ts'
import type { World } from '../world.ts'
import { ownerOfCalendar } from './calendar-address.ts'
import { comingPrompts } from './coming-prompts.ts'
import { daysTaken } from './days-taken.ts'
import { type ScheduleRow, scheduleOf, toSettings } from './settings.ts'

const MINUTE = 60_000
const WEEK = 7 * 24 * 60 * MINUTE
const WEEKS_AHEAD = 8

/** When a prompt comes, or came. */
export interface PromptMoment {
  /** The same each time for the same day. It tells nothing of whose it is. */
  id: string
  /** Milliseconds. */
  at: number
}

/**
 * The moments of the prompts of whoever has a calendar at this address: eight weeks ahead, and the week behind, so that
 * today's doesn't vanish at its own minute. Only when they come: it is worked out from the schedule, and no answer is read.
 */
export const readCalendar = define({
  input: z.strictObject({ secret: z.string().max(200) }),
  async run(world, _actor, { secret }): Promise<{ moments: PromptMoment[] }> {
    const rootId = await ownerOfCalendar(world.db, secret)
    if (rootId === null) throw notFound('that calendar')
    const row = await scheduleOf(world.db, rootId)
    return { moments: row && row.is_on === 1 ? await momentsOf(world, rootId, row) : [] }
  },
})

async function momentsOf({ db, clock, content }: World, rootId: string, row: ScheduleRow): Promise<PromptMoment[]> {
  const now = clock.now()
  const deliveries = await db.read
    .selectFrom('delivery')
    .innerJoin('learner', 'learner.id', 'delivery.learner_id')
    .select(['delivery.state', 'delivery.due_at', 'delivery.sent_at'])
    .where('learner.root_id', '=', rootId)
    .where((where) =>
      where.or([where('delivery.state', 'in', ['waiting', 'leased']), where('delivery.sent_at', '>', now - WEEK)]),
    )
    .execute()
  const settings = toSettings(row, now)
  const sent = deliveries.flatMap(({ sent_at }) => sent_at ?? [])
  const waits = deliveries.find(({ state }) => state === 'waiting' || state === 'leased')
  const taken = daysTaken(content, settings, sent)
  const standing = { now, unanswered: row.unanswered, waiting: waits?.due_at ?? null, taken }
  // The tick that sends it comes within its minute.
  const came = sent.map((at) => at - (at % MINUTE)).sort((a, b) => a - b)
  return [...came, ...comingPrompts(settings, standing, now + WEEKS_AHEAD * WEEK)].map((at) => ({
    id: hashSecret(`${row.id} ${localTime(at, settings.zone).day}`),
    at,
  }))
}
