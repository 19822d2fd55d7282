import { z } from 'zod'
import { AppError } from '../errors.ts'
import { fromUkTime, ukDay } from './uk-time.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** More would make the pictures a live view, in which one more answer shows. */
const MOST_A_DAY = 4

const WITH_ZONE = z.iso.datetime({ offset: true })
const ON_UK_CLOCKS = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/
const HOW = 'Give a date and a time, such as 2026-05-21T09:30 (UK time) or 2026-05-21T08:30:00Z.'

/** A time with its offset, or a date and time as UK clocks show it; whole minutes. */
export const tickTime = z
  .string(HOW)
  .max(40, HOW)
  .transform((text, ctx) => {
    const at = WITH_ZONE.safeParse(text).success ? Date.parse(text) : ON_UK_CLOCKS.test(text) ? fromUkTime(text) : null
    if (at !== null) return Math.floor(at / MINUTE) * MINUTE
    ctx.addIssue({ code: 'custom', message: HOW })
    return z.NEVER
  })

/**
 * Refuses times that would make pictures follow answers too closely. It looks at times alone, never at whether anybody
 * has answered: a refusal must not tell.
 */
export function checkTicks(added: number[], known: number[], earliest: number, tooEarly: string): void {
  const all = [...new Set([...added, ...known])].sort((a, b) => a - b)
  const days = Map.groupBy(all, ukDay)
  const wrong =
    (added.some((at) => at < earliest) && tooEarly) ||
    (all.some((at, i) => i > 0 && at - (all[i - 1] as number) < HOUR) && 'Leave at least an hour between two times.') ||
    ([...days.values()].some((day) => day.length > MOST_A_DAY) && `Choose at most ${MOST_A_DAY} times a day.`)
  if (wrong) throw new AppError('invalid', wrong, { fields: { ticks: wrong } })
}
