import { localTime } from '../local-time.ts'
import { nextDay, nextHour } from './next-hour.ts'

/** What of somebody's settings says when they may be written to. */
export interface When {
  perWeek: number
  every: number
  weekday: number
  hour: number
  daysOff: number[]
  quietFrom: number
  quietUntil: number
  zone: string
  snoozedUntil: number | null
}

/** The days after the first on which a week's others come: as far apart as a week allows. */
const APART: Record<number, number[]> = { 0: [], 1: [0], 2: [0, 3], 3: [0, 2, 4] }

/** On which weekdays prompts come: the first one chosen, the others spread behind it, none on a day off. */
export function weekdaysOf({ perWeek, weekday, daysOff }: Pick<When, 'perWeek' | 'weekday' | 'daysOff'>): number[] {
  const chosen = new Set<number>()
  for (const after of APART[perWeek] ?? []) {
    const free = [0, 1, 2, 3, 4, 5, 6]
      .map((more) => (weekday + after + more) % 7)
      .find((day) => !daysOff.includes(day) && !chosen.has(day))
    if (free !== undefined) chosen.add(free)
  }
  return [...chosen].sort()
}

/** Whether clocks stand in the quiet hours; they may run over midnight. */
export const isQuiet = ({ quietFrom, quietUntil }: Pick<When, 'quietFrom' | 'quietUntil'>, hour: number): boolean =>
  quietFrom <= quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil

/** After this many in a row without a word, every second one is left out. */
export const HALVE_AFTER = 2
/** After this many they are asked whether to go on. */
export const ASK_AFTER = 4

/** When the next prompt is due after a moment; null where none is wanted. */
export function nextPrompt(when: When, unanswered: number, after: number): number | null {
  const weekdays = weekdaysOf(when)
  if (weekdays.length === 0) return null
  let at = after
  for (let left = when.every * (unanswered >= HALVE_AFTER ? 2 : 1); left > 0; left--)
    at = nextHour({ hour: when.hour, weekdays }, when.zone, at)
  return at
}

const DAY = 86_400_000
/** A prompt that couldn't be sent for so long is let go: the next comes instead. Nothing comes instead of being asked. */
const DAYS_OF_USE = { prompt: 3, ask: 60 }

/** When something that is due at a moment is of no use any more. */
export const usefulUntil = (kind: keyof typeof DAYS_OF_USE, due: number): number => due + DAYS_OF_USE[kind] * DAY

/** Longer than any pause and any run of days off. */
const MOST_DAYS = 800

/**
 * The first moment from `at` on at which a prompt may be sent: now, or else at their hour of a day that is free. `taken`
 * are days on which none may come: holidays, or days that had one.
 */
export function firstFree(when: When, at: number, taken: ReadonlySet<string>): number {
  const { hour, zone, snoozedUntil, daysOff } = when
  const snoozed = snoozedUntil !== null && snoozedUntil > at
  let free = snoozed ? nextHour({ hour }, zone, snoozedUntil - 1000) : at
  for (let steps = 0; steps < MOST_DAYS; steps++) {
    const there = localTime(free, zone)
    if (daysOff.includes(there.weekday) || taken.has(there.day))
      free = nextHour({ hour }, zone, nextDay(zone, free) - 1000)
    else if (isQuiet(when, there.hour)) free = nextHour({ hour }, zone, free)
    else return free
  }
  throw new Error('No day is free for a prompt.')
}
