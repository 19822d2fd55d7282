import { expect, test } from 'vitest'
import { daysOffline } from '#tests/reliability/days-offline.ts'

test('50 answers given offline arrive once each, in order, for the same learner: browser killed, days later, signed out', async () => {
  const { given, said, arrived, revisions, learners, left } = await daysOffline()
  expect(given).toHaveLength(50)
  expect(said).toBe('50 answers are waiting to be sent')
  expect(arrived).toEqual(given)
  expect([revisions, learners, left]).toEqual([50, 1, 0])
}, 180_000)
