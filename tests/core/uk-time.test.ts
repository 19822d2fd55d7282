import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromUkTime, lastMonday, lastNight, nextMonday, nextNight, ukDay, ukTime } from '#core/cohorts/uk-time.ts'

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
const HOUR = 3_600_000

test.each([
  ['2026-01-15T09:30', '2026-01-15T09:30:00.000Z'],
  ['2026-07-15T09:30', '2026-07-15T08:30:00.000Z'],
  // Shown twice when the clocks go back: the first of them.
  ['2026-10-25T01:30', '2026-10-25T00:30:00.000Z'],
  // Never shown when they go forward.
  ['2026-03-29T01:30', null],
  ['2026-02-30T09:30', null],
  ['soon', null],
])('UK clocks show %s at %s', (text, at) => {
  expect(iso(fromUkTime(text))).toBe(at)
})

const moment = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2031-01-01') })
const hour = fc.integer({ min: 0, max: 23 })

test('every day has one night, also when the clocks change', () => {
  fc.assert(
    fc.property(moment, hour, (at, h) => {
      const last = lastNight(at, h)
      const next = nextNight(at, h)
      expect(last).toBeLessThanOrEqual(at)
      expect(next).toBeGreaterThan(at)
      expect(lastNight(next, h)).toBe(next)
      expect(lastNight(next - 1, h)).toBe(last)
      expect([23, 24, 25].map((n) => n * HOUR)).toContain(next - last)
      expect(Date.parse(ukDay(next)) - Date.parse(ukDay(last))).toBe(24 * HOUR)
    }),
  )
})

test('a time as UK clocks show it comes back as it was, but for the hour that is shown twice', () => {
  fc.assert(
    fc.property(moment, (at) => {
      const minute = Math.floor(at / 60_000) * 60_000
      expect([minute, minute - HOUR]).toContain(fromUkTime(ukTime(minute)))
    }),
  )
})

test('a Monday’s night is the newest before a moment, and the first after it, on UK clocks', () => {
  const iso = (at: number) => new Date(at).toISOString()
  const at = Date.parse('2026-03-29T23:30:00Z')
  // The clocks went forward on Sunday 29 March; three in the morning of Monday 30 is two o’clock in UTC.
  expect(iso(lastMonday(at, 3))).toBe('2026-03-23T03:00:00.000Z')
  expect(iso(nextMonday(at, 3))).toBe('2026-03-30T02:00:00.000Z')
  expect(iso(lastMonday(Date.parse('2026-03-30T02:00:00Z'), 3))).toBe('2026-03-30T02:00:00.000Z')
})
