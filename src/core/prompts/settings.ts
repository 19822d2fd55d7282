import { z } from 'zod'
import { NATIONS, type Nation } from '../content/help.ts'
import { type Db, type Statement, statement } from '../db/db.ts'
import { learnersOfRoot } from '../learners/join-learners.ts'
import { isZone } from '../local-time.ts'
import type { ScheduleTable } from './table.ts'
import type { When } from './when.ts'

/** Where prompts come: a chat that the companion writes to, its page on the web, or an e-mail address. */
export const channel = z.enum(['slack', 'teams', 'chat', 'email'])

const wholeHour = z.int().min(0).max(23)
const weekday = z.int().min(0).max(6)

/** What a learner may choose. */
export const wishes = z.strictObject({
  on: z.boolean(),
  /** 0 to 3; `fewer`: one less, and once a fortnight where it was once a week. */
  perWeek: z.union([z.int().min(0).max(3), z.literal('fewer')], 'Choose from none to three a week.'),
  /** Every so many weeks: 2 for once a fortnight. */
  every: z.int().min(1).max(4),
  /** The first day of the week's, 0 (Sunday) to 6. */
  weekday,
  hour: wholeHour,
  daysOff: z.array(weekday).max(6, 'Leave at least one day on which a prompt may come.'),
  quietFrom: wholeHour,
  quietUntil: wholeHour,
  zone: z.string().max(60).refine(isZone, 'Name a time zone such as Europe/London or Pacific/Auckland.'),
  nation: z.enum(NATIONS).nullable(),
})

/** Somebody's settings as they stand. Times are milliseconds. */
export interface PromptSettings extends When {
  on: boolean
  nation: Nation | null
  channel: ScheduleTable['channel']
  /** They left several alone, were asked whether to go on, and haven't said. */
  asked: boolean
  /** They are off because their channel doesn't reach them any more, and they haven't chosen anew. */
  cutOff: boolean
  nextAt: number | null
}

/** Once a week, in the middle of a weekday's morning; nothing at night. */
export const DEFAULTS: PromptSettings = {
  on: false,
  perWeek: 1,
  every: 1,
  weekday: 2,
  hour: 10,
  daysOff: [],
  quietFrom: 20,
  quietUntil: 8,
  zone: 'Europe/London',
  snoozedUntil: null,
  nation: null,
  channel: 'chat',
  asked: false,
  cutOff: false,
  nextAt: null,
}

export type ScheduleRow = ScheduleTable

/** `now` leaves out a pause that is over. */
export const toSettings = (row: ScheduleRow, now = 0): PromptSettings => ({
  on: row.is_on === 1,
  perWeek: row.per_week,
  every: row.every,
  weekday: row.weekday,
  hour: row.hour,
  daysOff: [...row.days_off].map(Number),
  quietFrom: row.quiet_from,
  quietUntil: row.quiet_until,
  zone: row.zone,
  snoozedUntil: row.snoozed_until !== null && row.snoozed_until > now ? row.snoozed_until : null,
  nation: row.nation,
  channel: row.channel,
  asked: row.asked_at !== null,
  cutOff: row.cut_off_at !== null,
  nextAt: row.next_at,
})

/** The columns that a learner's own choice fills. */
export const toColumns = (s: PromptSettings) => ({
  is_on: s.on ? 1 : 0,
  per_week: s.perWeek,
  every: s.every,
  weekday: s.weekday,
  hour: s.hour,
  days_off: [...new Set(s.daysOff)].sort().join(''),
  quiet_from: s.quietFrom,
  quiet_until: s.quietUntil,
  zone: s.zone,
  nation: s.nation,
  channel: s.channel,
})

/** The schedule of a person; of several, where notebooks were joined, the one that was changed last. */
export const scheduleOf = (db: Db, rootId: string): Promise<ScheduleRow | undefined> =>
  db.read
    .selectFrom('schedule')
    .innerJoin('learner', 'learner.id', 'schedule.learner_id')
    .selectAll('schedule')
    .where('learner.root_id', '=', rootId)
    .orderBy('schedule.changed_at', 'desc')
    .orderBy('schedule.id')
    .limit(1)
    .executeTakeFirst()

/** The statement that stops what somebody's schedules have not sent yet, where they are off. */
export const dropWaiting = (db: Db, rootId: string): Statement =>
  statement(
    db.draft
      .updateTable('delivery')
      .set({ state: 'stopped' })
      .where('state', '=', 'waiting')
      .where(
        'schedule_id',
        'in',
        db.draft
          .selectFrom('schedule')
          .select('id')
          .where('is_on', '=', 0)
          .where('learner_id', 'in', learnersOfRoot(db, rootId)),
      ),
  )
