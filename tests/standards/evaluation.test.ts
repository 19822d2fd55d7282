import { expect, test } from 'vitest'
import { measureAnswers } from '#core/standards/measure-answers.ts'
import { devQuestions, standards } from './loaded.ts'

const { figures } = measureAnswers(standards, devQuestions)
const numbers = (name: keyof typeof figures) => figures[name].split(' / ').map((n) => Number.parseFloat(n))

test('the right clause is found as often as is demanded', () => {
  const [at1, at3, at5, at10] = numbers('right clause @1 / @3 / @5 / @10') as [number, number, number, number]
  expect(at1).toBeGreaterThanOrEqual(60)
  expect(at3).toBeGreaterThanOrEqual(75)
  expect(at5).toBeGreaterThanOrEqual(83)
  expect(at10).toBeGreaterThanOrEqual(90)
  expect(numbers('MRR@10')[0]).toBeGreaterThanOrEqual(0.7)
  expect(numbers('look-ups right')).toEqual([100])
  expect(numbers('a right clause among the quotes, when answered')[0]).toBeGreaterThanOrEqual(85)
})

test('what can be answered is answered, and what cannot is refused or hedged', () => {
  const [answered, , refused] = numbers('answerable: answered / hedged / refused') as [number, number, number]
  expect(answered).toBeGreaterThanOrEqual(70)
  expect(refused).toBeLessThanOrEqual(8)
  expect(numbers('answerable: wrongly signposted')).toEqual([0])
  expect(numbers('unanswerable: answered / hedged / refused')[0]).toBeLessThanOrEqual(5)
})
