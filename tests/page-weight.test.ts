import { expect, test } from 'vitest'
import { pageWeights } from './bench/page-weight.ts'

test('no chapter weighs more than its ceiling, and none has more script than a reader’s first visit should bring', () => {
  expect(pageWeights(), 'see the table above; `npm run bench -- weight` prints it alone').toBe(true)
})
