import { expect, test } from 'vitest'
import type { Question } from '#core/questions/question.ts'
import { type Numbered, wasCounted } from '#core/release/receipts.ts'

const asked = { id: 'cd.try', hash: 'now' } as Question
const receipt = (nth: number, wording: string, keys: Record<string, string[]>): Numbered => ({
  cohort: 'c',
  closedAt: 0,
  wording,
  keys,
  nth,
})

test('what was counted last is not counted again; anything else is', () => {
  expect(wasCounted([], asked, { place: ['with'] })).toBe(false)
  expect(wasCounted([receipt(1, 'now', { place: ['with'] })], asked, { place: ['with'] })).toBe(true)
  expect(wasCounted([receipt(1, 'now', { place: ['with'] })], asked, { place: ['for'] })).toBe(false)
})

test('the same choice in other words of the question is another answer', () => {
  expect(wasCounted([receipt(1, 'before', { place: ['with'] })], asked, { place: ['with'] })).toBe(false)
})

test('what was counted once is never counted again, also after a detour', () => {
  const twice = [receipt(1, 'now', { place: ['with'] }), receipt(2, 'now', { place: ['for'] })]
  expect(wasCounted(twice, asked, { place: ['with'] })).toBe(true)
  expect(wasCounted(twice, asked, { place: ['for'] })).toBe(true)
  expect(wasCounted(twice, asked, { place: ['by'] })).toBe(false)
})
