import { expect, test } from 'vitest'
import { aPart } from './form.ts'

const feelings = aPart({
  type: 'multi-choice',
  most: 2,
  options: [
    { id: 'wary', label: 'Wary' },
    { id: 'tired', label: 'Tired' },
    { id: 'curious', label: 'Curious' },
  ],
})

test('ticks come back, one, several or none', () => {
  for (const value of [[], ['tired'], ['wary', 'curious'], ['rather-not']])
    expect(feelings.sentBack(value)).toEqual(value)
})

test('every option can be ticked, I’d rather not say too', () => {
  expect(feelings.show([]).match(/type="checkbox"/g)).toHaveLength(4)
})

test('one tick too many is refused with the number, and all ticks stay', () => {
  const three = feelings.read({ it: ['wary', 'tired', 'curious'] })
  expect(feelings.problem(three)?.message).toBe('Choose up to 2.')
  expect(feelings.show(three).match(/ checked/g)).toHaveLength(3)
})
