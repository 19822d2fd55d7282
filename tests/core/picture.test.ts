import { expect, test } from 'vitest'
import { withMoves } from '#core/questions/move.ts'
import { type AnswerValue, type QuestionDefinition, questionDefinition, toQuestion } from '#core/questions/question.ts'
import { draw, keysOf } from '#core/release/picture.ts'

const question = (more: Partial<Record<keyof QuestionDefinition, unknown>>) =>
  toQuestion(
    questionDefinition.parse({ id: 'cd.try', ask: 'Well?', sensitivity: 'S0', aggregate: 'distribution', ...more }),
  )
const options = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
]
const two = question({
  parts: [
    { name: 'one', type: 'single-choice', label: 'First', options },
    { name: 'more', type: 'multi-choice', label: 'Second', options },
    { name: 'why', type: 'reason' },
  ],
})
const bands = (picture: ReturnType<typeof draw>) =>
  picture.parts.map((p) => [p.name, ...p.groups.flatMap((g) => g.cells.map((c) => `${c.key} ${c.band}`))].join(', '))

test('a band is of everybody in the batch: a part that one person answered doesn’t show that person', () => {
  const values: AnswerValue[] = [
    { one: 'a', more: ['b'], why: 'mine' },
    { one: 'a' },
    { one: 'a' },
    { one: 'b' },
    { one: 'rather-not' },
  ]
  expect(bands(draw(two, values))).toEqual(['one, a some, b few-or-none', 'more, a few-or-none, b few-or-none'])
})

test('only what may be counted is in the picture, with the words it was asked in; never a learner’s own', () => {
  const picture = draw(two, Array(5).fill({ one: 'a', more: [], why: 'the words of one person' }))
  expect(picture).toMatchObject({ ask: 'Well?', parts: [{ label: 'First', mean: null }, { label: 'Second' }] })
  expect(JSON.stringify(picture)).not.toContain('words of one person')
  expect(keysOf(two, { one: 'a', more: ['b', 'a'], why: 'mine' })).toEqual({ one: ['a'], more: ['a', 'b'] })
})

test('of a question whose words are its answer, only tags are counted; of a private one, nothing', () => {
  const parts = [{ name: 'story', type: 'long-text' }]
  const tagged = question({ aggregate: 'theme', parts, themes: options })
  expect(bands(draw(tagged, Array(5).fill({ story: 'mine', themes: ['a'] })))).toEqual([
    'themes, a most, b few-or-none, something-else few-or-none',
  ])
  const secret = question({ sensitivity: 'S2', aggregate: 'theme', parts, themes: options })
  expect(draw(secret, Array(9).fill({ story: 'mine', themes: ['a'] })).parts).toEqual([])
})

test('a grid’s rows and a ranking’s ends stand apart, each in the author’s order', () => {
  const grid = question({
    parts: [
      {
        name: 'grid',
        type: 'matrix',
        rows: options,
        columns: [{ id: 'felt', label: 'Felt', type: 'choice', options: [...options].reverse() }],
      },
      { name: 'order', type: 'ranking', options, top: 'Easiest', bottom: 'Hardest' },
    ],
  })
  const value = { grid: [{ row: 'b', cells: { felt: 'a' } }], order: ['b', 'a'] } as unknown as AnswerValue
  const picture = draw(grid, Array(5).fill(value))
  expect(
    picture.parts.flatMap((p) =>
      p.groups.map((g) => [g.label, ...g.cells.map((c) => `${c.label} ${c.band}`)].join(', ')),
    ),
  ).toEqual([
    'A, B few-or-none, A few-or-none',
    'B, B few-or-none, A most',
    'Easiest, A few-or-none, B most',
    'Hardest, A most, B few-or-none',
  ])
})

const scale = (points: number) =>
  question({ parts: [{ name: 'rate', type: 'scale', points, low: 'Never', high: 'Always' }] })
const rated = (...ratings: (number | string)[]) => ratings.map((rate) => ({ rate })) as AnswerValue[]
const meanOf = (points: number, ...ratings: (number | string)[]) =>
  draw(scale(points), rated(...ratings)).parts[0]?.mean

test('a five-point scale has a mean once eight have rated: who would rather not say is not among the eight', () => {
  expect(meanOf(5, 4, 4, 4, 3, 3, 2, 2, 2)).toBe(3)
  expect(meanOf(5, 4, 4, 4, 3, 3, 2, 2, 'rather-not')).toBeNull()
  expect(meanOf(5, 4, 4, 4, 4, 3, 3, 3, 3, 'rather-not', 'not-sure')).toBe(3.5)
  expect(meanOf(7, 4, 4, 4, 3, 3, 2, 2, 2)).toBeNull()
})

test('who left a rating out, or would rather not say, is one of those the bands are of', () => {
  const left = [...rated(3, 3, 3, 'rather-not'), {}] as AnswerValue[]
  expect(draw(scale(5), left).parts[0]?.groups[0]?.cells.map(({ key, band }) => `${key} ${band}`)).toEqual([
    '1 few-or-none',
    '2 few-or-none',
    '3 some',
    '4 few-or-none',
    '5 few-or-none',
  ])
})

test('of a rating given again only the move is in the picture, and no mean', () => {
  const again = question({
    parts: [
      {
        name: 'rate',
        type: 'scale',
        low: 'Never',
        high: 'Always',
        movedFrom: { question: 'cd.before', row: 'inclusive' },
      },
    ],
  })
  const values = [4, 4, 3, 3, 3, 2, 2, 2].map((rate, i) => withMoves({ rate }, i < 6 ? { rate: 'up' } : {}))
  const picture = draw(again, values)
  expect(bands(picture)).toEqual(['rate, up most, same few-or-none, down few-or-none'])
  expect(picture.parts[0]?.mean).toBeNull()
  expect(keysOf(again, values[0] as AnswerValue)).toEqual({ rate: ['up'] })
  expect(keysOf(again, values[7] as AnswerValue)).toEqual({ rate: [] })
})
