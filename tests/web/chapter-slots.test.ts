import { expect, test } from 'vitest'
import { chapterSlots } from '../../src/web/chapter-slots.ts'
import { compileTemplate, splice } from '../../src/web/splice.ts'
import { anAnswer, aQuestion, NOW } from '../components/an-answer.ts'

const words = aQuestion({
  id: 'community.first-words',
  ask: 'Which words?',
  parts: [{ name: 'words', type: 'short-text' }],
})
const later = aQuestion({ id: 'cd.later', ask: 'And now?', back: [{ as: 'card', from: 'community.first-words' }] })
const alone = aQuestion({ id: 'community.alone' })
const known = [words, later, alone]
const find = (id: string) => known.find((q) => q.id === id)
const slots = (answers: ReturnType<typeof anAnswer>[]) => chapterSlots({ answers, question: find, now: NOW })
const at = (name: string, ...args: string[]) => ({ name, args, inside: 'built' })

test('a question that was answered is spliced with its answer', () => {
  const html = slots([anAnswer(words, { words: 'Home & noise' }, { revision: 3 })])(at('question', words.id))?.text
  expect(html).toContain('Home &amp; noise</textarea>')
  expect(html).toContain('name="base" value="3"')
  expect(html).toMatch(/name="operation" value="[0-9a-f-]{36}"/)
  expect(html).toContain('Saved, 2:14 pm')
})

test('a blank question stays as it was built, unless it refers back to an answer', () => {
  const render = slots([anAnswer(words, { words: 'Home' })])
  expect(render(at('question', alone.id))).toBeNull()
  expect(render(at('question', later.id))?.text).toContain('Earlier you wrote')
  expect(slots([])(at('question', later.id))).toBeNull()
})

test('an unknown question and an unknown slot stay as they were built', () => {
  expect(slots([])(at('question', 'no.such'))).toBeNull()
  expect(slots([])(at('evidence', 'CD-COLLAB:KU1'))).toBeNull()
})

test('progress counts answers of that chapter, and not those taken back', () => {
  const render = slots([anAnswer(words, { words: 'Home' }), anAnswer(alone, { story: '' }, { revision: 2 })])
  expect(render(at('progress', 'community'))?.text).toBe('<li>You have answered <b>1</b></li>')
  expect(render(at('progress', 'cd'))?.text).toBe('')
})

test('a form that was just refused comes back with what was typed', () => {
  const render = chapterSlots({
    answers: [],
    question: find,
    now: NOW,
    outcome: {
      question: words.id,
      what: { kind: 'invalid', typed: { words: 'typed' }, fields: { words: 'Too long.' } },
    },
  })
  const page = splice(compileTemplate(`<!--[question ${words.id}]-->blank<!--[/question]-->`), render)
  expect(page).toContain('typed</textarea>')
  expect(page).toContain('Too long.')
  expect(page).not.toContain('blank')
})
