import { expect, test } from 'vitest'
import { rateLimit } from '../../src/web/rate-limit.ts'

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
