import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BANDS, bandOf, meanOf, participationOf } from '#core/release/bands.ts'

const batch = fc
  .integer({ min: 5, max: 500 })
  .chain((people) => fc.tuple(fc.integer({ min: 0, max: people }), fc.constant(people)))

describe('bands', () => {
  test.each([
    [0, 5, 'few-or-none'],
    [1, 5, 'few-or-none'],
    [2, 5, 'some'],
    [3, 5, 'some'],
    [4, 5, 'most'],
    [5, 5, 'most'],
    [2, 8, 'few-or-none'],
    [3, 8, 'some'],
    [3, 10, 'some'],
    [6, 10, 'some'],
    [7, 10, 'most'],
    [12, 20, 'some'],
    [13, 20, 'most'],
  ])('%i of %i is %s', (count, people, band) => {
    expect(bandOf(count, people)).toBe(band)
  })

  test('a band is few or none up to a quarter, most over 60%, and some between', () => {
    fc.assert(
      fc.property(batch, ([count, people]) => {
        const share = count / people
        expect(bandOf(count, people)).toBe(share <= 0.25 ? 'few-or-none' : share > 0.6 ? 'most' : 'some')
      }),
    )
  })

  test('nobody and one alone look the same, and so do everybody and all but one, in any batch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 500 }), (people) => {
        expect(bandOf(0, people)).toBe(bandOf(1, people))
        expect(bandOf(people, people)).toBe(bandOf(people - 1, people))
      }),
    )
  })

  test('more people never lower a band', () => {
    fc.assert(
      fc.property(batch, ([count, people]) => {
        if (count < people)
          expect(BANDS.indexOf(bandOf(count + 1, people))).toBeGreaterThanOrEqual(BANDS.indexOf(bandOf(count, people)))
      }),
    )
  })
})

describe('means', () => {
  const ratings = (min: number, max: number) =>
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: min, maxLength: max })

  test('there is none below eight people, and none of a scale that has not five points', () => {
    fc.assert(
      fc.property(ratings(0, 7), (numbers) => {
        expect(meanOf(numbers, 5)).toBeNull()
      }),
    )
    fc.assert(
      fc.property(ratings(8, 30), fc.constantFrom(3, 4, 6, 7, 10), (numbers, points) => {
        expect(meanOf(numbers, points)).toBeNull()
      }),
    )
  })

  test('what is shown is the mean to the nearest half, and lies between 1.5 and 4.5', () => {
    fc.assert(
      fc.property(ratings(8, 60), (numbers) => {
        const exact = numbers.reduce((a, b) => a + b, 0) / numbers.length
        const shown = meanOf(numbers, 5)
        if (exact <= 1.5 || exact >= 4.5) {
          expect(shown).toBeNull()
          return
        }
        expect(Math.abs((shown ?? Number.NaN) - exact)).toBeLessThanOrEqual(0.25)
        expect(((shown ?? Number.NaN) * 2) % 1).toBe(0)
        expect(shown).toBeGreaterThanOrEqual(1.5)
        expect(shown).toBeLessThanOrEqual(4.5)
      }),
    )
  })

  test.each([
    ['1.5, at the edge', [1, 1, 1, 1, 2, 2, 2, 2], null],
    ['1.625, just inside', [1, 1, 1, 2, 2, 2, 2, 2], 1.5],
    ['4.375, just inside', [4, 4, 4, 4, 4, 5, 5, 5], 4.5],
    ['4.5, at the edge', [4, 4, 4, 4, 5, 5, 5, 5], null],
    ['2.75, half-way between two halves', [2, 2, 3, 3, 3, 3, 3, 3], 3],
  ])('a mean of %s', (_mean, numbers, shown) => {
    expect(meanOf(numbers, 5)).toBe(shown)
  })

  test('everybody at an end, and everybody but one, look the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 8, max: 60 }),
        fc.constantFrom(1, 5),
        fc.integer({ min: 1, max: 5 }),
        (people, end, other) => {
          const all = Array<number>(people).fill(end)
          expect(meanOf(all, 5)).toBe(meanOf([...all.slice(1), other], 5))
        },
      ),
    )
  })
})

test.each([
  [0, '0-4'],
  [4, '0-4'],
  [5, '5-9'],
  [9, '5-9'],
  [10, '10-19'],
  [19, '10-19'],
  [20, '20+'],
  [4000, '20+'],
])('%i people are the band %s', (people, band) => {
  expect(participationOf(people)).toBe(band)
})
