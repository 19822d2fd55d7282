import { expect, test } from 'vitest'
import { aPart, NASTY } from './form.ts'

const plan = aPart({ type: 'when-will' })

test('both halves come back as they were typed', () => {
  for (const value of [
    { when: 'the agenda goes round', will: NASTY },
    { when: '', will: '' },
  ])
    expect(plan.sentBack(value)).toEqual(value)
})

test('two boxes under one question', () => {
  const html = plan.show({ when: '', will: '' })
  expect(html).toContain('<label for="power.try.it.when">When…</label>')
  expect(html).toContain('<label for="power.try.it.will">I will…</label>')
  expect(html).toContain('<legend>')
})

test('a half that is too long says so in its place', () => {
  const issue = plan.problem({ when: '', will: 'a'.repeat(301) })
  expect(plan.fieldOf(issue?.path.map(String) ?? [])).toBe('it.will')
})

test('one half alone is an answer', () => {
  expect(plan.rule.lines(plan.part, { when: '', will: 'ask Ama' } as never)).toEqual(['I will ask Ama'])
})
