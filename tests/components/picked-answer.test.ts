import { expect, test } from 'vitest'
import type { Question } from '#core/questions/question.ts'
import { earlierOf } from '../../src/components/question/earlier-of.ts'
import { renderQuestion } from '../../src/components/question/render-question.ts'
import { anAnswer, aQuestion } from './an-answer.ts'

const DIMENSIONS = ['Confident', 'Inclusive', 'Organised', 'Cooperative', 'Influential']
const rating = aQuestion({
  id: 'empower.five-rating',
  ask: 'How strong is each?',
  parts: [
    {
      name: 'ratings',
      type: 'matrix',
      rows: DIMENSIONS.map((label) => ({ id: label.toLowerCase(), label })),
      columns: [{ id: 'strength', label: 'Strength', type: 'scale', low: 'hardly there', high: 'strong and steady' }],
    },
  ],
})
const rated = (...points: string[]) => ({
  ratings: points.map((strength, i) => ({ row: DIMENSIONS[i]?.toLowerCase(), cells: { strength } })),
})
const order = aQuestion({
  id: 'cd.values-rank',
  ask: 'Which order?',
  parts: [
    {
      name: 'order',
      type: 'ranking',
      top: 'Easiest to live up to',
      bottom: 'Hardest to live up to',
      options: ['justice', 'learning', 'action'].map((id) => ({ id, label: id.toUpperCase() })),
    },
  ],
})
const power = aQuestion({
  id: 'power.gives-you-power',
  ask: 'What gives you power?',
  themes: [{ id: 'post', label: 'A tag' }],
  parts: [
    { name: 'what', type: 'multi-choice', options: ['post', 'skills'].map((id) => ({ id, label: `My ${id}` })) },
    { name: 'most', type: 'short-text', label: 'Which most?' },
  ],
})

function shown(from: Question, pick: string, value: Record<string, unknown>): string {
  const here = aQuestion({ id: 'equality.now', ask: 'And now?', back: [{ as: 'card', from: from.id, pick }] })
  const earlier = earlierOf(here, { question: () => from, answer: () => anAnswer(from, value) })
  return renderQuestion(here, { earlier }).text
}
const words = (html: string) => /<blockquote>(.*?)<\/blockquote>/s.exec(html)?.[1] ?? ''

test('of a matrix, the lowest or highest row comes back with its rating in words', () => {
  expect(words(shown(rating, 'lowest', rated('4', '2', '3', '3', '1')))).toBe(
    '<p>Influential. 1 out of 5: hardly there</p>',
  )
  expect(words(shown(rating, 'highest', rated('4', '2', '3', '3', '1')))).toBe('<p>Confident. 4 out of 5</p>')
  expect(words(shown(rating, 'lowest', rated('4', 'not-sure', '3', 'rather-not')))).toBe('<p>Organised. 3 out of 5</p>')
})

test('level rows come back together, three by name', () => {
  expect(words(shown(rating, 'lowest', rated('2', '2', '3')))).toBe(
    '<p>Confident. 2 out of 5</p><p>Inclusive. 2 out of 5</p>',
  )
  expect(words(shown(rating, 'lowest', rated('2', '2', '2', '2', '2')))).toBe(
    '<p>Confident. 2 out of 5</p><p>Inclusive. 2 out of 5</p><p>Organised. 2 out of 5</p><p>And 2 more with the same rating.</p>',
  )
})

test('of a ranking, the first or last place comes back in its own words; a part of a list has no last place', () => {
  expect(words(shown(order, 'lowest', { order: ['learning', 'action', 'justice'] }))).toBe(
    '<p>Hardest to live up to: JUSTICE</p>',
  )
  expect(words(shown(order, 'highest', { order: ['learning'] }))).toBe('<p>Easiest to live up to: LEARNING</p>')
  expect(shown(order, 'lowest', { order: ['learning', 'action'] })).toContain('You left that part of it open.')
})

test('choices are what was ticked: no words of one’s own, and no tags', () => {
  const html = shown(power, 'choices', { what: ['skills', 'rather-not'], most: 'The keys', themes: ['post'] })
  expect(words(html)).toBe('<p>My skills</p>')
  expect(html).not.toMatch(/The keys|A tag/)
})

test('several choices say which is which', () => {
  const options = ['bonding', 'linking'].map((id) => ({ id, label: id }))
  const ties = aQuestion({
    parts: ['Most', 'More'].map((label) => ({ name: label.toLowerCase(), label, type: 'single-choice', options })),
  })
  expect(words(shown(ties, 'choices', { most: 'bonding', more: 'linking' }))).toBe(
    '<p>Most: bonding</p><p>More: linking</p>',
  )
  expect(words(shown(ties, 'choices', { most: 'rather-not', more: 'linking' }))).toBe('<p>More: linking</p>')
})

test('what isn’t in the answer is said plainly, with a way back and no quote', () => {
  for (const html of [
    shown(rating, 'lowest', rated('not-sure', 'rather-not')),
    shown(power, 'choices', { most: 'The keys' }),
  ]) {
    expect(html).toMatch(/We asked: “[^”]+”/)
    expect(html).toMatch(
      /You left that part of it open. <a href="\/chapters\/[^"]+">Look at it again<\/a>, or carry on\./,
    )
    expect(html).not.toContain('blockquote')
  }
})

test('a thing picked from a private answer stays folded', () => {
  expect(shown({ ...power, sensitivity: 'S2' }, 'choices', { what: ['skills'], most: 'The keys' })).toMatch(
    /<details class="fold shut"><summary>You wrote a private note here. Show it<\/summary><p>My skills<\/p><\/details>/,
  )
})
