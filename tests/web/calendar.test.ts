import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { startServer } from '#tests/support/server.ts'
import { escaped, folded, writeCalendar } from '../../src/web/write-calendar.ts'

const form = (fields: Record<string, string> = {}) => new URLSearchParams(fields)

/** What a calendar program makes of a text: strict, so that what isn't iCalendar throws. */
function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect(calendar.name).toBe('vcalendar')
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

/** What RFC 5545 asks of every line. */
function mustBeLines(text: string): void {
  expect(text.endsWith('\r\n')).toBe(true)
  const lines = text.slice(0, -2).split('\r\n')
  expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([])
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  expect(lines.filter((line) => !/^(?: |[A-Z-]+[;:])/.test(line))).toEqual([])
}

const AT = Date.parse('2027-03-30T09:00:00Z')
const written = (moments: { id: string; at: number }[], site = 'https://standpoint.example') =>
  writeCalendar(moments, { madeAt: AT - 86_400_000, site })

test('an independent reader finds each moment, at its instant, with a title that tells nothing', () => {
  const text = written([
    { id: 'one', at: AT },
    { id: 'two', at: AT + 7 * 86_400_000 },
  ])
  mustBeLines(text)
  const events = eventsIn(text)
  expect(events.map(({ uid }) => uid)).toEqual(['one@standpoint', 'two@standpoint'])
  expect(events.map(({ startDate }) => startDate.toJSDate().getTime())).toEqual([AT, AT + 7 * 86_400_000])
  expect(events.map(({ duration }) => duration.toString())).toEqual(['PT15M', 'PT15M'])
  for (const { summary, description, component } of events) {
    expect(summary).toBe('A moment for Standpoint')
    expect(description).toBe(
      'If a question waits for you, it is in the companion: https://standpoint.example/companion\nTo change when this comes: https://standpoint.example/prompts',
    )
    expect(component.getFirstPropertyValue('url')).toBe('https://standpoint.example/companion')
    expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2027-03-29T09:00:00Z')
  }
})

test('with nothing to come it is a whole calendar still', () => {
  const text = written([])
  mustBeLines(text)
  expect(eventsIn(text)).toEqual([])
  expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents()).toHaveLength(1)
})

test('lines are folded between characters at 75 octets, and read back as they were', () => {
  for (const text of ['x'.repeat(74), 'x'.repeat(75), 'x'.repeat(76), 'é€😀'.repeat(60), 'a,b;c\\d\ne'.repeat(20)]) {
    const line = `SUMMARY:${escaped(text)}`
    mustBeLines(`${folded(line)}\r\n`)
    const whole = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', folded(line), 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')
    expect(eventsIn(whole)[0]?.summary).toBe(text)
  }
})

test('made on the page without script, fetched with no cookie, replaced and removed; the log never names it', async () => {
  await using server = await startServer()
  const at = new BrowserClient(() => server.url)
  const page = async () => (await at.get('/prompts')).text()
  expect(await page()).not.toContain('In your calendar')
  expect((await at.post('/api/calendar', form())).status).toBe(401)
  await at.save('community.belong', { story: 'Somebody kept me a chair.' }, 0)
  await at.post('/api/prompts', { on: true, perWeek: 3 })
  expect(await page()).toContain('Whoever has that address sees when, and nothing that you wrote')
  const make = async () => {
    const made = await (await at.post('/api/calendar', form())).text()
    return new URL(/value="([^"]+\.ics)"/.exec(made)?.[1] as string)
  }
  const first = await make()
  expect(await page()).not.toContain(first.pathname)
  const feed = await fetch(first)
  expect([feed.status, feed.headers.get('content-type'), feed.headers.get('cache-control')]).toEqual([
    200,
    'text/calendar; charset=utf-8',
    'private, no-store',
  ])
  expect(feed.headers.getSetCookie()).toEqual([])
  const text = await feed.text()
  mustBeLines(text)
  const events = eventsIn(text)
  expect(events.length).toBeGreaterThanOrEqual(20)
  expect(events.every(({ startDate }) => startDate.toJSDate().getTime() > Date.now())).toBe(true)
  expect(text).not.toContain('chair')
  expect((await fetch(first, { method: 'HEAD' })).status).toBe(200)
  const second = await make()
  expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200])
  for (const wrong of ['/calendar/x.ics', '/calendar/x', `${second.pathname.slice(0, -4)}`, '/calendar/.ics'])
    expect((await fetch(server.url + wrong)).status, wrong).toBe(404)
  await at.post('/api/prompts/stop', form())
  expect(eventsIn(await (await fetch(second)).text())).toEqual([])
  const removed = await at.post('/api/calendar/remove', form())
  expect(removed.headers.get('location')).toBe('/prompts?now=calendar-removed#calendar')
  expect((await fetch(second)).status).toBe(404)
  const { address } = (await (await at.post('/api/calendar', {})).json()) as { address: string }
  expect((await fetch(address)).status).toBe(200)
  for (const secret of [first, second, new URL(address)].map(({ pathname }) => pathname.slice(10, -4)))
    expect(server.output()).not.toContain(secret)
})
