import { expect, test } from 'vitest'
import { loadContent } from '#core/content/load-content.ts'
import { type Question, questionDefinition, toQuestion } from '#core/questions/question.ts'
import { chatPart, readReply, wayOf } from '../../bot/features/chat-answer.ts'

const question = (parts: object[], more: object = {}): Question =>
  toQuestion(
    questionDefinition.parse({ id: 'test.one', ask: 'What?', sensitivity: 'S0', aggregate: 'none', parts, ...more }),
  )
const part = (one: object) => {
  const found = chatPart(question([{ name: 'it', ...one }]))
  if (!found) throw new Error('chat does not take this part')
  return found
}
const options = [
  { id: 'bonding', label: 'Mostly bonding' },
  { id: 'bridging', label: 'Mostly bridging' },
]

test('words are taken as they are', () => {
  expect(readReply(part({ type: 'long-text' }), 'Two\n\nparagraphs')).toEqual({ value: { it: 'Two\n\nparagraphs' } })
})

test('several boxes are filled by lines, bullets and blank lines left out', () => {
  const boxes = part({ type: 'boxes', boxes: 5 })
  expect(readReply(boxes, '- a hall\n\n2. Mrs Bell’s keys\n• the choir')).toEqual({
    value: { it: ['a hall', 'Mrs Bell’s keys', 'the choir'] },
  })
})

test('a plan is read from “When …, I will …”, in near words', () => {
  const plan = part({ type: 'when-will' })
  const value = { it: { when: 'the phone rings', will: 'ask who is missing' } }
  for (const text of [
    'When the phone rings, I will ask who is missing',
    'when the phone rings I’ll ask who is missing',
    'When the phone rings… I will ask who is missing',
  ])
    expect(readReply(plan, text)).toEqual({ value })
  expect(readReply(plan, 'I will try')).toMatchObject({ problem: expect.stringContaining('I haven’t saved it') })
})

test('an option is taken by its number or its words, and nothing else is', () => {
  const choice = part({ type: 'single-choice', options })
  for (const text of ['2', '2.', 'number 2', 'Option 2)', 'mostly bridging', 'Mostly Bridging.'])
    expect(readReply(choice, text), text).toEqual({ value: { it: 'bridging' } })
  expect(readReply(choice, 'I’d rather not say')).toEqual({ value: { it: 'rather-not' } })
  expect(readReply(choice, "I'd rather not say")).toEqual({ value: { it: 'rather-not' } })
  for (const text of ['9', '0', 'bridge', '', '2 and 1'])
    expect(readReply(choice, text), text).toHaveProperty('problem')
})

test('a point of a scale is taken by its number, and not answering has words of its own', () => {
  const scale = part({ type: 'scale', low: 'Hardly at all', high: 'Very strongly' })
  expect(readReply(scale, '4')).toEqual({ value: { it: 4 } })
  expect(readReply(scale, 'not sure')).toEqual({ value: { it: 'not-sure' } })
  expect(readReply(scale, '6')).toHaveProperty('problem')
  expect(wayOf(scale).options.map((o) => o.say)).toEqual(['1', '2', '3', '4', '5', 'rather not', 'not sure'])
})

test('private, retired and many-part questions are left to their pages; a reason beside a choice is not asked for', () => {
  const text = { name: 'it', type: 'long-text' }
  const choice = { name: 'it', type: 'single-choice', options }
  expect(chatPart(question([text], { sensitivity: 'S2' }))).toBeNull()
  expect(chatPart(question([text], { retired: true }))).toBeNull()
  expect(chatPart(question([choice, { ...choice, name: 'more' }]))).toBeNull()
  expect(chatPart(question([{ name: 'it', type: 'boxes', boxes: ['Who', 'What'] }]))).toBeNull()
  expect(chatPart(question([choice, { name: 'why', type: 'reason' }]))).toMatchObject({ name: 'it' })
})

test('of the real questions chat takes the everyday and personal ones that one reply can answer', () => {
  const { questions } = loadContent()
  const taken = questions.filter((q) => chatPart(q))
  expect(taken.length).toBeGreaterThan(8)
  expect(taken.filter((q) => q.sensitivity === 'S2')).toEqual([])
})
