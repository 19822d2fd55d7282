import { localMinute, momentAt } from '../local-time.ts'

const UK = 'Europe/London'
const HOUR = 3_600_000

/** A moment as clocks in the UK show it: `2026-05-21T09:30`. */
export const ukTime = (at: number): string => localMinute(at, UK)

export const ukDay = (at: number): string => ukTime(at).slice(0, 10)
const ukHour = (at: number): number => Number(ukTime(at).slice(11, 13))

/** The moment at which clocks in the UK show this, as `momentAt` has it. */
export const fromUkTime = (text: string): number | null => momentAt(text, UK)

/** The newest moment up to `at` at which the night's hour began. Every day has one, also when the clocks change. */
export function lastNight(at: number, hour: number): number {
  let whole = Math.floor(at / HOUR) * HOUR
  while (!beginsNight(whole, hour)) whole -= HOUR
  return whole
}

/** The first moment after `at` at which the night's hour begins. */
export function nextNight(at: number, hour: number): number {
  let whole = Math.floor(at / HOUR) * HOUR + HOUR
  while (!beginsNight(whole, hour)) whole += HOUR
  return whole
}

/** The newest moment up to `at` at which a Monday's night hour began. */
export function lastMonday(at: number, hour: number): number {
  let night = lastNight(at, hour)
  while (new Date(`${ukDay(night)}T12:00Z`).getUTCDay() !== 1) night = lastNight(night - 1, hour)
  return night
}

/** The first moment after `at` at which a Monday's night hour begins. */
export function nextMonday(at: number, hour: number): number {
  let night = nextNight(at, hour)
  while (new Date(`${ukDay(night)}T12:00Z`).getUTCDay() !== 1) night = nextNight(night, hour)
  return night
}

const beginsNight = (at: number, hour: number): boolean =>
  ukHour(at) >= hour && (ukDay(at - HOUR) !== ukDay(at) || ukHour(at - HOUR) < hour)
