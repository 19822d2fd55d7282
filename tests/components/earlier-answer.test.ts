import { expect, test } from 'vitest'
import type { Answer } from '#core/answers/answer.ts'
import type { Question } from '#core/questions/question.ts'
import { earlierOf } from '../../src/components/question/earlier-of.ts'
import { renderQuestion } from '../../src/components/question/render-question.ts'
import { anAnswer, aQuestion } from './an-answer.ts'

const words = aQuestion({ id: 'community.first-words', ask: 'Which words?' })
const ties = [
  { id: 'bonding', label: 'Bonding' },
  { id: 'linking', label: 'Linking' },
]
const map = aQuestion({
  id: 'community.my-communities',
  ask: 'Which communities?',
  sensitivity: 'S2',
  parts: [
    {
      name: 'communities',
      type: 'matrix',
      rows: { upTo: 6, label: 'Community' },
      columns: [{ id: 'tie', label: 'Kind of tie', type: 'choice', notSure: true, options: ties }],
    },
  ],
})

function shown(here: Question, from: Question, answer?: Answer): string {
  const earlier = earlierOf(here, { question: () => from, answer: () => answer })
  return renderQuestion(here, { earlier }).text
}
const here = (as: string, from: Question, more: object = {}) =>
  aQuestion({ id: 'cd.now', ask: 'And now?', back: [{ as, from: from.id, ...more }] })

test('a card stands above the question, in the ink of its chapter', () => {
  const html = shown(here('card', words), words, anAnswer(words, { story: 'Home & noise' }))
  expect(html).toMatch(/^<aside class="slip" role="note" data-ch="1"/)
  expect(html).toContain('Earlier you wrote, in chapter 1')
  expect(html).toContain('<p>Home &amp; noise</p>')
  expect(html).toContain('href="/chapters/community#community.first-words">Change it</a>')
})

test('in its own chapter a card doesn’t name the chapter', () => {
  const same = aQuestion({ id: 'community.now', back: [{ as: 'card', from: words.id }] })
  expect(shown(same, words, anAnswer(words, { story: 'Home' }))).toContain('Earlier you wrote</summary>')
})

test('a side stands in the sheet, beside the new box', () => {
  const html = shown(here('side', words), words, anAnswer(words, { story: 'Home' }))
  expect(html).toMatch(
    /^<form[\s\S]*<div class="beside"><div class="then">[\s\S]*<p>Home<\/p>[\s\S]*<div class="now">[\s\S]*<textarea/,
  )
})

test('a blank one links back, and blames nobody', () => {
  for (const answer of [undefined, anAnswer(words, { story: ' ' }, { revision: 2 })])
    for (const as of ['card', 'side', 'fill']) {
      const html = shown(here(as, words), words, answer)
      expect(html).toContain('We asked: “Which words?”')
      expect(html).toContain(
        'You haven’t answered that one yet. <a href="/chapters/community#community.first-words">Answer it now</a>, or carry on.',
      )
    }
})

test('a private one is folded, as a card and beside the box', () => {
  const secret = aQuestion({ id: 'community.on-the-edge', sensitivity: 'S2' })
  for (const as of ['card', 'side'])
    expect(shown(here(as, secret), secret, anAnswer(secret, { story: 'The desk.' }))).toMatch(
      /<details class="fold shut"><summary>You wrote a private note here. Show it<\/summary>[\s\S]*The desk\./,
    )
})

test('a fill offers the names of the learner’s own rows, and shows no slip', () => {
  const choose = aQuestion({
    id: 'community.four',
    parts: [{ name: 'which', type: 'short-text', suggest: map.id }],
    back: [{ as: 'fill', from: map.id }],
  })
  const html = shown(
    choose,
    map,
    anAnswer(map, {
      communities: [
        { row: 'Choir', cells: {} },
        { row: '"Street"', cells: {} },
      ],
    }),
  )
  expect(html).toContain('<option value="Choir"></option><option value="&quot;Street&quot;"></option>')
  expect(html).not.toContain('<aside')
})

test('a fill with a column counts the choices there, and leaves the names out', () => {
  const rows = [
    ['Choir', 'bonding'],
    ['Street', 'bonding'],
    ['Council', 'linking'],
    ['Work', 'not-sure'],
  ]
  const answer = anAnswer(map, { communities: rows.map(([row, tie]) => ({ row, cells: { tie } })) })
  const html = shown(here('fill', map, { column: 'tie' }), map, answer)
  expect(html).toContain('<li><b>2</b> Bonding</li><li><b>1</b> Linking</li>')
  expect(html).not.toContain('Choir')
})

test('the rest of a long answer is in a fold, and every character is there', () => {
  const story = Array.from({ length: 40 }, (_, i) => `Sentence number ${i} of my story.`).join(' ')
  const html = shown(here('card', words), words, anAnswer(words, { story }))
  const [, first = '', rest = ''] =
    /<blockquote><p>([^<]*) …<\/p><details class="fold"><summary>Show the rest<\/summary><p>… ([^<]*)<\/p>/.exec(
      html,
    ) ?? []
  expect(first + rest).toBe(story)
})
