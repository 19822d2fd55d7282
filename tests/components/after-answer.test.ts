import { expect, test } from 'vitest'
import { afterAnswer } from '../../src/components/question/after-answer.ts'
import { anAnswer, aQuestion } from './an-answer.ts'

const ROWS = ['membership', 'influence', 'needs']
const four = aQuestion({
  parts: [
    {
      name: 'ratings',
      type: 'matrix',
      rows: ROWS.map((id) => ({ id, label: id })),
      columns: [{ id: 'strength', label: 'How strongly', type: 'scale', low: 'Hardly', high: 'Very' }],
    },
  ],
  after: ROWS.map((lowest) => ({ part: 'ratings', lowest, text: `Ask about ${lowest}.` })),
})
const said = (...points: string[]) =>
  afterAnswer(
    four,
    anAnswer(four, { ratings: points.map((strength, i) => ({ row: ROWS[i], cells: { strength } })) }),
  )?.text.match(/Ask about \w+/g) ?? []

test('a text for the lowest row shows where that row is lowest, or level with it', () => {
  expect(said('4', '2', '3')).toEqual(['Ask about influence'])
  expect(said('2', '5', '2')).toEqual(['Ask about membership', 'Ask about needs'])
  expect(said('4', 'not-sure', '3')).toEqual(['Ask about needs'])
})

test('where all rows are level, or one alone is rated, none is lowest', () => {
  expect(said('3', '3', '3')).toEqual([])
  expect(said('3')).toEqual([])
})

test('a text for several options shows for each of them', () => {
  const options = ['with', 'by', 'for'].map((id) => ({ id, label: id }))
  const place = aQuestion({
    parts: [{ name: 'place', type: 'single-choice', options }],
    after: [{ part: 'place', is: ['with', 'by'], text: 'Theirs.' }],
  })
  const after = (id: string) => afterAnswer(place, anAnswer(place, { place: id }))?.text
  expect(after('with')).toContain('Theirs.')
  expect(after('by')).toContain('Theirs.')
  expect(after('for')).toBeUndefined()
})

test('how a rating moved is said, and that there was nothing to compare it with', () => {
  const movedFrom = { question: 'empower.rating', row: 'inclusive' }
  const parts = [{ name: 'now', type: 'scale', low: 'a', high: 'b', movedFrom }]
  const again = aQuestion({ parts, aggregate: 'distribution' })
  const after = (now: unknown, more: object = {}, question = again) =>
    afterAnswer(question, anAnswer(question, { now }, more))?.text
  expect(after(4, { moves: { now: 'down' } })).toBe('<p>Compared with your earlier rating: moved down.</p>')
  expect(after(4)).toContain('There is nothing to compare this with yet, so nothing of it is counted.')
  expect(after(4, {}, aQuestion({ parts }))).toContain('There is nothing to compare this with yet. Once')
  expect(after('rather-not')).toBeUndefined()
})
