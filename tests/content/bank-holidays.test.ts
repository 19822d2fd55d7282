import { expect, test } from 'vitest'
import type { Nation } from '#core/content/help.ts'
import { content } from '#tests/support/open.ts'

/** For one nation and one year, beyond the rules: Scotland's day for the World Cup. */
const ADDED: Partial<Record<Nation, string[]>> = { scotland: ['2026-06-15'] }

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
const weekday = (day: string): number => new Date(day).getUTCDay()
const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Easter Sunday by the Gregorian reckoning (Meeus, Jones and Butcher). */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return iso(year, month, (h + l - 7 * m + 33 * month + 19) % 32)
}

function monday(year: number, month: number, which: 'first' | 'last'): string {
  const from = which === 'first' ? iso(year, month, 1) : iso(year, month + 1, 0)
  const step = which === 'first' ? 1 : -1
  return [0, 1, 2, 3, 4, 5, 6].map((n) => plus(from, n * step)).find((day) => weekday(day) === 1) as string
}

/** Each of these, or where it falls on a weekend or on another's day, the next working day. */
function working(days: string[]): string[] {
  const taken: string[] = []
  for (const day of days) {
    let at = day
    while ([0, 6].includes(weekday(at)) || taken.includes(at)) at = plus(at, 1)
    taken.push(at)
  }
  return taken
}

function byTheRules(nation: Nation, year: number): string[] {
  const scotland = nation === 'scotland'
  return [
    ...working([iso(year, 1, 1), ...(scotland ? [iso(year, 1, 2)] : [])]),
    ...(nation === 'northern-ireland' ? working([iso(year, 3, 17)]).concat(working([iso(year, 7, 12)])) : []),
    plus(easter(year), -2),
    ...(scotland ? working([iso(year, 11, 30)]) : [plus(easter(year), 1)]),
    monday(year, 5, 'first'),
    monday(year, 5, 'last'),
    monday(year, 8, scotland ? 'first' : 'last'),
    ...working([iso(year, 12, 25), iso(year, 12, 26)]),
  ]
}

test.each(Object.keys(content.bankHolidays) as Nation[])(
  'the bank holidays of %s follow the rules, and what was added',
  (nation) => {
    const rules = [2026, 2027, 2028].flatMap((year) => byTheRules(nation, year))
    expect(content.bankHolidays[nation]).toEqual([...rules, ...(ADDED[nation] ?? [])].sort())
  },
)
