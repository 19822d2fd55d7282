import { expect, onTestFinished, test, vi } from 'vitest'
import { limitsOf } from '../../src/web/limits.ts'
import { rateLimit } from '../../src/web/rate-limit.ts'
import type { ApiRequest, Route } from '../../src/web/route.ts'

const DAY = 86_400_000

test('whoever goes over a limit hears how long it lasts, to the end of what is counted together', () => {
  let at = 5 * DAY + 1000
  const limit = rateLimit({ most: 1, every: DAY, now: () => at })
  limit('here')
  expect(() => limit('here')).toThrow(expect.objectContaining({ kind: 'too-many', wait: DAY - 1000 }))
  at += DAY - 1001
  expect(() => limit('here')).toThrow(expect.objectContaining({ wait: 1 }))
  at += 1
  expect(() => limit('here')).not.toThrow()
})

test('who asked is forgotten when the time is over, though nobody asks again, and no earlier', () => {
  vi.useFakeTimers({ now: 5 * DAY + 1000, toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  let at = 5 * DAY + 1000
  const limit = rateLimit({ most: 1, every: DAY, now: () => at })
  limit('here')
  vi.advanceTimersByTime(DAY - 1001)
  expect(() => limit('here')).toThrow()
  vi.advanceTimersByTime(1)
  expect(() => limit('here')).not.toThrow()
  // A new day that begins before the last one is forgotten has counts of its own.
  at += DAY
  limit('here')
  vi.advanceTimersByTime(1000)
  expect(() => limit('here')).toThrow()
})

test('of an address and what it asks for only a hash is kept, another one in each process', () => {
  const set = vi.spyOn(Map.prototype, 'set')
  onTestFinished(() => set.mockRestore())
  const route: Route = {
    method: 'POST',
    path: '/api/a',
    handle: async () => ({}),
    perDay: { most: 1, of: () => 'ana@example.org', why: 'Tomorrow.' },
  }
  const [one, other] = [limitsOf(route), limitsOf(route)]
  for (const limits of [one, other]) limits.thing('192.0.2.1', {} as ApiRequest)
  expect(() => one.thing('192.0.2.1', {} as ApiRequest)).toThrow('Tomorrow.')
  expect(() => one.thing('192.0.2.2', {} as ApiRequest)).not.toThrow()
  const keys = set.mock.calls.map(([key]) => String(key))
  expect(keys.join()).not.toMatch(/192|ana/)
  expect(new Set(keys.slice(0, 2)).size).toBe(2)
})
