import { expect, test } from 'vitest'
import { rankTest } from './rank-test.ts'

const numbers = (count: number, of: (i: number) => number) => Array.from({ length: count }, (_, i) => of(i))

test('samples that are the same don’t differ, and a shift of all of one does', () => {
  const even = numbers(200, (i) => (i * 37) % 200)
  expect(rankTest(even, even)).toBeCloseTo(1, 5)
  expect(
    rankTest(
      even,
      even.map((n) => n + 60),
    ),
  ).toBeLessThan(0.001)
  expect(
    rankTest(
      even,
      even.map((n) => n + 1),
    ),
  ).toBeGreaterThan(0.5)
  expect(
    rankTest(
      numbers(50, () => 1),
      numbers(50, () => 1),
    ),
  ).toBe(1)
})

test('it gives what the textbook gives', () => {
  // 1…20 against 11…30: U is 50 and, without ties but for those of 11 to 20, z is 4.06.
  const [a, b] = [numbers(20, (i) => i + 1), numbers(20, (i) => i + 11)]
  expect(rankTest(a, b)).toBeCloseTo(0.00005, 4)
})
