import { expect, test } from 'vitest'
import { aPart } from './form.ts'

const options = [
  { id: 'bonding', label: 'Mostly bonding' },
  { id: 'linking', label: 'Mostly linking, with people who hold decisions or money' },
]
const ties = aPart({ type: 'single-choice', options })

test('a choice comes back, and so does none', () => {
  for (const value of ['linking', 'rather-not', 'not-sure', null]) expect(ties.sentBack(value)).toBe(value)
})

test('the question is the legend, and every row is a label', () => {
  const html = ties.show(null)
  expect(html).toContain(
    '<legend><span class="label">Over to you</span><span class="ask">What do you think?</span></legend>',
  )
  expect(html.match(/<label class="opt">/g)).toHaveLength(4)
  expect(html).toContain('I’d rather not say')
})

test('long labels stand in one column, short ones in two', () => {
  expect(ties.show(null)).toContain('<div class="opts">')
  expect(aPart({ type: 'single-choice', options: [options[0], { id: 'b', label: 'B' }] }).show(null)).toContain(
    '<div class="opts two">',
  )
})

test('an option that isn’t listed is refused without repeating it', () => {
  expect(ties.problem(ties.read({ it: 'hack' }))?.message).toBe('Choose one of the options listed.')
})
