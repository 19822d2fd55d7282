import { expect, test } from 'vitest'
import { aPart, NASTY } from './form.ts'

const five = aPart({ type: 'boxes', boxes: 5 })
const named = aPart({ type: 'boxes', boxes: ['Who', 'To do what', 'By when'] })

test('boxes come back in their places, without the blank ones at the end', () => {
  expect(five.sentBack(['keys', NASTY])).toEqual(['keys', NASTY])
  expect(named.sentBack(['', 'mend the lift', ''])).toEqual(['', 'mend the lift'])
  expect(five.sentBack([])).toEqual([])
})

test('each box has its own label: a number, or the words of the author', () => {
  expect(five.show([])).toContain('<label for="power.try.it.5">5</label>')
  expect(named.show([])).toContain('<label for="power.try.it.2">To do what</label>')
})

test('a message about one box stands at that box', () => {
  const issue = five.problem(['', '', 'a'.repeat(201)])
  const field = five.fieldOf(issue?.path.map(String) ?? [])
  expect(field).toBe('it.3')
  expect(five.show([], { problems: { [field]: issue?.message ?? '' } })).toMatch(
    /id="power\.try\.it\.3\.wrong"[^>]*>.*up to 200 characters/,
  )
})

test('a labelled box keeps its label in words', () => {
  expect(named.rule.lines(named.part, ['', 'mend the lift'] as never)).toEqual(['To do what: mend the lift'])
})
