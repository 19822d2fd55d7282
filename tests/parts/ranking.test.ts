import { expect, test } from 'vitest'
import { aPart } from './form.ts'

const values = aPart({
  type: 'ranking',
  top: 'Easiest',
  bottom: 'Hardest',
  options: ['justice', 'empowerment', 'learning'].map((id) => ({ id, label: id })),
})

test('an order comes back, whole or in part', () => {
  for (const value of [['learning', 'justice', 'empowerment'], ['empowerment'], []])
    expect(values.sentBack(value)).toEqual(value)
})

test('there is a menu for each place, with its end in words, that needs no script', () => {
  const html = values.show([])
  expect(html.match(/<select/g)).toHaveLength(3)
  expect(html).toMatch(/for="power\.try\.it\.1">.*1<span>Easiest<\/span>/)
  expect(html).toMatch(/for="power\.try\.it\.3">.*3<span>Hardest<\/span>/)
  // No way up from the first place, and none down from the last.
  expect(html.match(/data-move="-?1" hidden/g)).toHaveLength(4)
})

test('a place left open closes up', () => {
  expect(values.read({ 'it.1': 'learning', 'it.2': '', 'it.3': 'justice' })).toEqual(['learning', 'justice'])
})

test('the same option in two places is refused, and both choices stay', () => {
  const twice = values.read({ 'it.1': 'learning', 'it.2': 'learning' })
  expect(values.problem(twice)?.message).toBe('Give each place to one option.')
  expect(values.show(twice).match(/value="learning" selected/g)).toHaveLength(2)
})
