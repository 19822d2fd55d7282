import type { Db } from '../db/db.ts'
import { DEFAULTS } from '../prompts/settings.ts'
import type { When } from '../prompts/when.ts'
import type { CourseChannelTable } from './table.ts'

/** Where a course is posted; undefined where it isn't connected. */
export const channelOf = (db: Db, cohortId: string): Promise<CourseChannelTable | undefined> =>
  db.read.selectFrom('course_channel').selectAll().where('cohort_id', '=', cohortId).executeTakeFirst()

/** A channel of a workspace, as Slack names them. */
export interface SlackPlace {
  team: string
  channel: string
}

/** The course of a channel; undefined where there is none. */
export const connectionAt = (db: Db, { team, channel }: SlackPlace): Promise<CourseChannelTable | undefined> =>
  db.read
    .selectFrom('course_channel')
    .selectAll()
    .where('team', '=', team)
    .where('channel', '=', channel)
    .executeTakeFirst()

/** When a course's channel may be written to. What comes later than planned comes in the middle of a morning. */
export async function clockOf(db: Db, cohortId: string): Promise<When> {
  const row = await db.read.selectFrom('channel_clock').selectAll().where('cohort_id', '=', cohortId).executeTakeFirst()
  const own = row ? { zone: row.zone, daysOff: [...row.days_off].map(Number) } : {}
  return { ...DEFAULTS, ...own }
}
