import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { localTime } from '../local-time.ts'
import { changeSchedule } from './change-schedule.ts'
import { nextDay } from './next-hour.ts'
import { readDay } from './read-day.ts'
import type { PromptSettings } from './settings.ts'

const DAY = 86_400_000
const MOST_DAYS = 366
/** For somebody who names no day. */
const UNSAID = 'two weeks'

/**
 * Lets nothing be sent before a day, in the learner's zone: `2027-06-01`, or in words such as "1 June" or "Monday". Two
 * weeks where none is given, a year at most. `null` ends the pause.
 */
export const pausePrompts = define({
  input: z.strictObject({ until: z.string().max(60).nullable().optional() }),
  run: (world, actor, { until }): Promise<PromptSettings> =>
    changeSchedule(world, requireLearner(actor), (before) => ({
      snoozedUntil: until === null ? null : beginning(until?.trim() || UNSAID, before.zone, world.clock.now()),
    })),
})

/** The moment at which that day begins. */
function beginning(words: string, zone: string, now: number): number {
  const today = localTime(now, zone).day
  const day = readDay(words, today)
  if (day === null) throw wrong('Name a day such as 1 June, 2027-06-01 or Monday.')
  const ahead = Math.round((Date.parse(day) - Date.parse(today)) / DAY)
  if (ahead <= 0) throw wrong('That day isn’t still to come. Name a later one.')
  if (ahead > MOST_DAYS) throw wrong('A pause can be a year long at most. To have none at all, stop prompts.')
  // A little before that day, so that days of 23 or 25 hours on the way make no difference.
  return nextDay(zone, now + (ahead - 1) * DAY - nearMidnight(now, zone))
}

/** Keeps the count of days right when it is nearly midnight: back to the middle of today. */
const nearMidnight = (now: number, zone: string): number => (localTime(now, zone).hour - 12) * 3_600_000

const wrong = (said: string): AppError => new AppError('invalid', said, { fields: { until: said } })
