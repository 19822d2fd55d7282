import { expect, test } from 'vitest'
import { readAnswerForm } from '../../src/web/read-answer-form.ts'
import { aQuestion } from '../components/an-answer.ts'

const question = aQuestion({
  themes: [{ id: 'place', label: 'Place' }],
  aggregate: 'theme',
  parts: [
    { name: 'story', type: 'long-text' },
    { name: 'plan', type: 'when-will' },
  ],
})

test('a form is read part by part, tags too', () => {
  const form = new URLSearchParams('question=x&base=1&story=a%0D%0Ab&plan.when=soon&plan.will=&themes=place')
  expect(readAnswerForm(question, form)).toEqual({ story: 'a\nb', plan: { when: 'soon', will: '' }, themes: ['place'] })
})

test('fields that are missing are blank', () => {
  expect(readAnswerForm(question, new URLSearchParams())).toEqual({
    story: '',
    plan: { when: '', will: '' },
    themes: [],
  })
})

test('taking an answer back leaves nothing, whatever stands in the boxes', () => {
  expect(readAnswerForm(question, new URLSearchParams('clear=yes&story=still+here'))).toEqual({})
})
