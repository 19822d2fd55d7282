import { expect, test } from 'vitest'
import { checkModel } from '#tests/support/release-model/check-model.ts'

/** The same runs each time: a failure is the change's own. `npm run reliability -- --only model` makes others, and more. */
const SEED = 1_754_783_809

test('whatever people do, trainers and learners see what the privacy model promises, and nothing else', {
  timeout: 600_000,
}, async () => {
  const { runs, batches, receipts, failure } = await checkModel(500, SEED)
  expect(failure).toBeNull()
  expect(runs).toBe(500)
  // Enough is counted in them for a difference to show.
  expect(batches).toBeGreaterThan(200)
  expect(receipts).toBeGreaterThan(1000)
})
