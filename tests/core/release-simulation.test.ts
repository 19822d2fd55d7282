import { expect, test } from 'vitest'
import { leaks, shareReleased } from '#tests/support/simulation/ledger.ts'
import { planCourses, SIZES } from '#tests/support/simulation/plan.ts'
import { live } from '#tests/support/simulation/run.ts'

test('eight weeks of twelve courses leak nothing, and most of what is answered is seen', {
  timeout: 300_000,
}, async () => {
  const lived = await live(planCourses(12, 20_260_105), 'weekly')
  expect(leaks(lived)).toEqual([])
  expect(lived.counted.length).toBeGreaterThan(400)
  for (const size of SIZES.filter((s) => s >= 20)) expect(shareReleased(lived, size, 5), `${size}`).toBeGreaterThan(0.8)
})
