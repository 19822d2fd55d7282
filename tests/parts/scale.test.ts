import { expect, test } from 'vitest'
import { aPart } from './form.ts'

const role = aPart({ type: 'scale', low: 'Lead from the front', high: 'Support from the side' })
const ladder = aPart({ type: 'scale', points: 3, low: 'Told', high: 'Decides', names: ['Told', 'Asked', 'Decides'] })

test('a rating comes back as a number, and ways of not rating as themselves', () => {
  for (const value of [1, 5, 'rather-not', 'not-sure', null]) expect(role.sentBack(value)).toBe(value)
})

test('five squares, both ends said in words', () => {
  const html = role.show(4)
  expect(html.match(/class="n"/g)).toHaveLength(5)
  expect(html).toMatch(/value="4" checked/)
  expect(html).toContain(': Lead from the front')
  expect(html).toContain('5: Support from the side')
})

test('nobody has to rate: I’d rather not say is always there', () => {
  expect(role.show(null)).toContain('I’d rather not say')
  expect(aPart({ type: 'scale', low: 'a', high: 'b', notSure: false }).show(null)).not.toContain('Not sure yet')
})

test('points with names, and more than seven, become rows', () => {
  expect(ladder.show(2)).toContain('2 out of 3: Asked')
  expect(ladder.show(2)).not.toContain('class="scale"')
  expect(aPart({ type: 'scale', points: 10, low: 'a', high: 'b' }).show(null)).toContain('10 out of 10: b')
})

test('a number off the scale is refused', () => {
  expect(role.problem(role.read({ it: '6' }))?.message).toBe('Choose a number from 1 to 5.')
  expect(role.problem(role.read({ it: 'seven' }))?.message).toBe('Choose a number from 1 to 5.')
})

test('of a scale that is compared with an earlier rating, only its move has cells and keys', () => {
  const again = aPart({
    type: 'scale',
    low: 'a',
    high: 'b',
    movedFrom: { question: 'empower.rating', row: 'inclusive' },
  })
  expect(again.rule.cells(again.part).map(({ key, label }) => [key, label])).toEqual([
    ['up', 'Moved up'],
    ['same', 'Stayed the same'],
    ['down', 'Moved down'],
  ])
  expect(again.rule.keys(again.part, 4)).toEqual([])
  expect(again.rule.keys(again.part, 'down')).toEqual(['down'])
  expect(again.rule.lines(again.part, 4)).toEqual(['4 out of 5'])
})
