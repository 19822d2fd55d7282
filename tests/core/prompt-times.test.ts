import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { isZone, localTime } from '#core/local-time.ts'
import { nextHour } from '#core/prompts/next-hour.ts'
import { readDay } from '#core/prompts/read-day.ts'
import { weekdaysOf } from '#core/prompts/when.ts'
import { openAt } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { content, newLearner } from '#tests/support/open.ts'
import { pass } from '#tests/support/prompted.ts'

/** Both changes of the clocks in 2027, with a week on either side; each zone changes on a day of its own. */
const WEEKS = [
  ['2027-03-08T00:00:00Z', '2027-04-11T23:00:00Z'],
  ['2027-09-20T00:00:00Z', '2027-11-14T23:00:00Z'],
] as const

const ZONES = ['Pacific/Auckland', 'Europe/London', 'America/Los_Angeles'] as const

/** As clocks there show it: `2027-03-30 Tue 10:00`. */
const there = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' })
    .format(Date.parse(`${iso}Z`))
    .replace(',', '')

/** The days with this weekday between two moments, on clocks there. */
function days(from: string, to: string, zone: string, weekday: number): string[] {
  const all = new Set<string>()
  for (let at = Date.parse(from); at <= Date.parse(to); at += 3_600_000) {
    const { day, weekday: is, hour } = localTime(at, zone)
    if (is === weekday && hour === 10) all.add(day)
  }
  return [...all]
}

forEachDatabase((_name, fresh) => {
  test.each(WEEKS)(
    'from %s to %s each gets one prompt a week, at their hour and on their weekday',
    { timeout: 120_000 },
    async (from, to) => {
      const place = await openAt(await fresh(), from)
      const { core } = place
      const actors = new Map<string, Actor>()
      for (const zone of ZONES) {
        const { actor } = await newLearner(core)
        actors.set(zone, actor)
        for (const { id, parts } of content.questions.filter((q) => q.parts[0]?.type === 'long-text').slice(0, 12))
          await core.saveAnswer(actor, { question: id, value: { [parts[0]?.name as string]: 'words' }, channel: 'web' })
        await core.setPrompts(actor, { on: true, weekday: 0, zone, at: { channel: 'slack', place: zone } })
      }
      const sent = await pass(place, from, to, {
        heard: async ({ taken }) => {
          const actor = actors.get(taken.place as string)
          if (actor) await core.settleDelivery(actor, { delivery: taken.delivery, as: 'skipped' })
        },
      })
      for (const zone of ZONES) {
        const mine = sent.filter((s) => s.place === zone).map((s) => s.at)
        expect(new Set(mine.map((at) => there(at, zone)))).toEqual(new Set(['Sun 10:00']))
        expect(mine.map((at) => localTime(Date.parse(`${at}Z`), zone).day)).toEqual(days(from, to, zone, 0))
      }
    },
  )
})

test('an hour that is left out in spring comes at the next one, and one that comes twice in autumn once', () => {
  // On Sunday 28 March 2027 clocks in London go from 01:00 to 02:00; on 31 October 01:00 comes twice.
  const at = (after: string) =>
    new Date(nextHour({ hour: 1, weekdays: [0] }, 'Europe/London', Date.parse(after))).toISOString()
  expect(at('2027-03-27T12:00:00Z')).toBe('2027-03-28T01:00:00.000Z')
  expect(at('2027-03-28T01:00:00Z')).toBe('2027-04-04T00:00:00.000Z')
  expect(at('2027-10-30T12:00:00Z')).toBe('2027-10-31T00:00:00.000Z')
  expect(at('2027-10-31T00:00:00Z')).toBe('2027-11-07T01:00:00.000Z')
})

test('only zones that have summer time rules are taken', () => {
  expect(['Europe/London', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+5'].map(isZone)).toEqual(
    Array(4).fill(true),
  )
  expect(['+01:00', 'Mars/Base', '', 'Europe/London\u0000', 'GB now'].map(isZone)).toEqual(Array(5).fill(false))
})

test('a week’s prompts lie apart, and none on a day off', () => {
  const days = (perWeek: number, weekday: number, daysOff: number[] = []) => weekdaysOf({ perWeek, weekday, daysOff })
  expect(days(0, 2)).toEqual([])
  expect(days(1, 2)).toEqual([2])
  expect(days(2, 2)).toEqual([2, 5])
  expect(days(3, 1)).toEqual([1, 3, 5])
  expect(days(3, 2, [6, 0])).toEqual([1, 2, 4])
  expect(days(3, 2, [0, 1, 3, 4, 5, 6])).toEqual([2])
  expect(days(1, 0, [0, 1])).toEqual([2])
})

test.each([
  ['2027-06-01', '2027-06-01'],
  ['1 June', '2027-06-01'],
  ['the 1st of June', '2027-06-01'],
  ['June 1st 2028', '2028-06-01'],
  ['1/6', '2027-06-01'],
  ['1/6/27', '2027-06-01'],
  ['3 march', '2028-03-03'],
  ['29 February', '2028-02-29'],
  ['Monday', '2027-05-10'],
  ['next tues', '2027-05-11'],
  ['on Friday', '2027-05-07'],
  ['tomorrow', '2027-05-06'],
  ['two weeks', '2027-05-19'],
  ['next week', '2027-05-12'],
  ['a month', '2027-06-05'],
  ['10 days', '2027-05-15'],
  ['31 June', null],
  ['2027-02-30', null],
  ['13/13', null],
  ['whenever', null],
  ['', null],
])('“%s”, said on Wednesday 5 May 2027, is %s', (words, day) => expect(readDay(words, '2027-05-05')).toBe(day))
