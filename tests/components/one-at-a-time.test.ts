import { expect, test } from 'vitest'
import { renderQuestion } from '../../src/components/question/render-question.ts'
import { submitted } from '../parts/form.ts'
import { anAnswer, aQuestion } from './an-answer.ts'

const parts = ['a', 'b', 'c'].map((name) => ({ name, label: `Part ${name}`, type: 'short-text' }))
const question = aQuestion({ id: 'power.three-forms', ask: 'Which kind?', oneAtATime: true, parts })
const show = (...args: Parameters<typeof renderQuestion>) => renderQuestion(...args).text
const folds = (html: string) =>
  [...html.matchAll(/<details class="fold"( open)?><summary>Next one/g)].map((m) => !!m[1])

test('each further part is in the fold of the one before, and all of them are in the form', () => {
  const html = show(question)
  expect(html).toMatch(
    /Part a[\s\S]*<details class="fold"><summary>Next one<\/summary>[\s\S]*Part b[\s\S]*<details class="fold"><summary>Next one<\/summary>[\s\S]*Part c[\s\S]*<\/details><\/details><\/fieldset>/,
  )
  expect([...submitted(html).keys()]).toEqual(expect.arrayContaining(['a', 'b', 'c']))
})

test('folds are open as far as there is something in them', () => {
  expect(folds(show(question))).toEqual([false, false])
  expect(folds(show(question, { answer: anAnswer(question, { a: 'x' }) }))).toEqual([false, false])
  expect(folds(show(question, { answer: anAnswer(question, { b: 'x' }) }))).toEqual([true, false])
  expect(folds(show(question, { answer: anAnswer(question, { c: 'x' }) }))).toEqual([true, true])
})

test('a fold with a problem in it is open', () => {
  const typed = { a: '', b: '', c: '' }
  expect(folds(show(question, { outcome: { kind: 'invalid', typed, fields: { c: 'Too long.' } } }))).toEqual([
    true,
    true,
  ])
})

test('other questions show all their parts', () => {
  expect(show(aQuestion({ ask: 'Which kind?', parts }))).not.toContain('Next one')
})
