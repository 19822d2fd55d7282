import { expect, test } from 'vitest'
import { savedWords, timeWords } from '../../src/components/question/saved-words.ts'
import { anAnswer, aQuestion, NOW, times } from './an-answer.ts'

const question = aQuestion({})
const answer = (more: object = {}, story = 'x') => anAnswer(question, { story }, more)

test('today has a time, this year a day, and before that a year', () => {
  expect(timeWords(NOW, times)).toBe('2:14 pm')
  expect(timeWords(Date.UTC(2026, 2, 3, 9, 5), times)).toBe('3 March')
  expect(timeWords(Date.UTC(2025, 2, 3, 9, 5), times)).toBe('3 March 2025')
})

test('the day is the learner’s own', () => {
  const late = Date.UTC(2026, 5, 2, 23, 30)
  expect(timeWords(late, times)).toBe('12:30 am')
  expect(timeWords(late, { now: NOW, timeZone: 'America/New_York' })).toBe('2 June')
})

test('where it was saved is said when it wasn’t here', () => {
  expect(savedWords(answer(), times)).toBe('Saved, 2:14 pm')
  expect(savedWords(answer({ channel: 'slack' }), times)).toBe('Saved, 2:14 pm, in Slack')
})

test('an answer that was taken back isn’t called saved', () => {
  expect(savedWords(answer({ revision: 2 }, ''), times)).toBe('Taken back, 2:14 pm')
})

test('of what was never saved nothing is said', () => {
  expect(savedWords({ ...answer({}, ''), revision: 0, savedAt: 0 }, times)).toBe('')
})
