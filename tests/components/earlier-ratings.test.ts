import { expect, test } from 'vitest'
import type { Question } from '#core/questions/question.ts'
import { beforeOf, earlierOf, type Found } from '../../src/components/question/earlier-of.ts'
import { renderQuestion } from '../../src/components/question/render-question.ts'
import { anAnswer, aQuestion, NOW } from './an-answer.ts'

const fiveRating = (id: string, more: object = {}) =>
  aQuestion({
    id,
    ask: 'How strong is each?',
    parts: [
      {
        name: 'ratings',
        type: 'matrix',
        rows: ['Confident', 'Inclusive'].map((label) => ({ id: label.toLowerCase(), label })),
        columns: [{ id: 'strength', label: 'Strength', type: 'scale', low: 'hardly there', high: 'steady' }],
      },
    ],
    ...more,
  })
const own = fiveRating('empower.five-rating', { back: [{ as: 'ghost', from: 'empower.five-rating' }] })
const rated = (confident: string, inclusive: string) => ({
  ratings: [
    { row: 'confident', cells: confident ? { strength: confident } : {} },
    { row: 'inclusive', cells: inclusive ? { strength: inclusive } : {} },
  ],
})

/** Answers saved at these hours before now, oldest first. */
function saved(question: Question, ...steps: [hours: number, value: object][]): Found {
  const history = steps.map(([hours, value], i) =>
    anAnswer(question, { ...value }, { revision: i + 1, savedAt: NOW - hours * 3_600_000 }),
  )
  return { ...(history.at(-1) as Found), history }
}
function shown(here: Question, from: Question, found?: Found): string {
  const earlier = earlierOf(here, { question: () => from, answer: () => found })
  return renderQuestion(here, { earlier }).text
}

test('the question’s own earlier ratings stand beside each row, and describe it', () => {
  const html = shown(own, own, saved(own, [2000, rated('3', '2')], [0, rated('3', '4')]))
  expect(html).toContain(
    '<fieldset class="row" id="empower.five-rating.ratings.inclusive" aria-describedby="empower.five-rating.ratings.inclusive.before"><legend>Inclusive</legend><p class="hint before" id="empower.five-rating.ratings.inclusive.before">Before: 2 out of 5</p>',
  )
  expect(html).toContain(
    '<legend>Confident</legend><p class="hint before" id="empower.five-rating.ratings.confident.before">Before: 3 out of 5</p>',
  )
  expect(html).not.toContain('<aside')
})

test('the steps of filling in a form are no earlier ratings, and neither is what was the same', () => {
  const before = (...steps: [number, object][]) =>
    beforeOf(own, { answer: () => saved(own, ...steps) })?.value.ratings ?? null
  expect(before([0, rated('3', '2')])).toBeNull()
  expect(before([0.2, rated('3', '')], [0.1, rated('4', '')], [0, rated('4', '2')])).toBeNull()
  expect(before([90, rated('3', '')], [0, rated('3', '2')])).toBeNull()
  // Stood for days; then two clicks in one sitting; and what was before the newest that differs doesn't matter.
  expect(before([99, rated('1', '1')], [50, rated('3', '2')], [0.1, rated('3', '4')], [0, rated('5', '4')])).toEqual(
    rated('3', '2').ratings,
  )
  expect(before([99, rated('1', '1')], [50, rated('3', '2')], [0, rated('3', '2')])).toEqual(rated('1', '1').ratings)
})

test('before anything moved, a ghost of the question itself says nothing', () => {
  for (const found of [undefined, saved(own, [0, rated('3', '2')])])
    expect(shown(own, own, found)).not.toMatch(/Before|We asked|<aside/)
})

test('another question’s newest ratings stand beside the rows they share', () => {
  const again = fiveRating('partnership.rating', { back: [{ as: 'ghost', from: own.id }] })
  const html = shown(again, own, saved(own, [99, rated('1', '1')], [50, rated('not-sure', '2')]))
  expect(html).toMatch(/<legend>Inclusive<\/legend><p [^>]+>Before: 2 out of 5<\/p>/)
  expect(html).toContain('<legend>Confident</legend><div class="cells">')
})

const again = aQuestion({
  id: 'equality.second-look',
  ask: 'How inclusive now?',
  parts: [
    { name: 'inclusive', type: 'scale', low: 'hardly there', high: 'steady' },
    { name: 'why', type: 'reason' },
  ],
  back: [{ as: 'ghost', from: own.id, row: 'inclusive' }],
})

test('one row’s rating stands beside a scale, and describes it', () => {
  const html = shown(again, own, saved(own, [50, rated('5', '2')]))
  expect(html).toContain('<p class="hint before" id="equality.second-look.inclusive.before">Before: 2 out of 5</p>')
  expect(html).toMatch(
    /<fieldset id="equality.second-look.inclusive" aria-describedby="equality.second-look.inclusive.before /,
  )
  expect(html).not.toContain('Before: 5')
})

test('a row that was left open is said to be; a blank one links back', () => {
  expect(shown(again, own, saved(own, [50, rated('5', 'not-sure')]))).toContain('You left that part of it open.')
  expect(shown(again, own)).toContain('You haven’t answered that one yet.')
})

const options = ['bonding', 'linking'].map((id) => ({ id, label: id }))
const ties = aQuestion({
  id: 'community.ties',
  parts: [
    { name: 'most', label: 'Most are', type: 'single-choice', options },
    { name: 'why', type: 'short-text' },
  ],
})

test('earlier choices are a line above the sheet, without words of one’s own', () => {
  const map = aQuestion({ id: 'partnership.network-map', back: [{ as: 'ghost', from: ties.id }] })
  const html = shown(map, ties, anAnswer(ties, { most: 'linking', why: 'The council' }))
  expect(html).toMatch(/^<aside class="slip"[\s\S]*From chapter 1[\s\S]*<p>Before, you chose: linking<\/p>[\s\S]*<form/)
  expect(html).not.toContain('The council')
})

test('ratings with no place in the sheet are a line above it', () => {
  const back = aQuestion({ id: 'partnership.looking-back', back: [{ as: 'ghost', from: own.id }] })
  expect(shown(back, own, saved(own, [0, rated('3', '5')]))).toContain(
    '<p>Before, you rated:</p><p>Confident: 3 out of 5</p><p>Inclusive: 5 out of 5: steady</p>',
  )
})

test('of a private answer nothing stands in the open', () => {
  const secret = { ...own, sensitivity: 'S2' as const }
  const html = shown(again, secret, saved(secret, [50, rated('5', '2')]))
  expect(html).toMatch(/<details class="fold shut"><summary>You wrote a private note here. Show it<\/summary>/)
  expect(html).not.toContain('Before: 2')
})

test('a picture gets what its question’s ghost brings back, and a question without one brings none', () => {
  const found = saved(own, [24, rated('3', '2')], [0, rated('3', '4')])
  expect(beforeOf(own, { answer: () => found })?.savedAt).toBe(found.history?.[0]?.savedAt)
  expect(beforeOf(again, { answer: (id) => (id === own.id ? found : undefined) })).toBe(found)
  expect(beforeOf(ties, { answer: () => found })).toBeNull()
})
