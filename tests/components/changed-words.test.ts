import { expect, test } from 'vitest'
import { wordChanges } from '#core/notebook/word-changes.ts'
import { content } from '#tests/support/open.ts'
import { changedWords } from '../../src/components/notebook/changed-words.ts'
import { anAnswer, times } from './an-answer.ts'

const question = content.question('community.belong') as NonNullable<ReturnType<typeof content.question>>
const said = (story: string, more = {}) => anAnswer(question, { story }, more)
const show = (before: string, after: string) =>
  wordChanges(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{${text}}` : `[${text}]`))
    .join('')

test.for([
  ['A chair for me.', 'A warm chair for me.', 'A {warm }chair for me.'],
  ['I was told by the chair.', 'I was asked of the room.', 'I was [told by]{asked of} the [chair]{room}.'],
  ['Don’t stop.', 'Don’t start.', 'Don’t [stop]{start}.'],
  ['One.\nTwo.', 'One.\nThree.', 'One.\n[Two]{Three}.'],
  ['我们在大厅见面', '我们在公园见面', '我们在[大厅]{公园}见面'],
  ['naïve', 'naive', '[naïve]{naive}'],
  ['We 👩‍👩‍👧 met', 'We 👩‍👩‍👦 met', 'We [👩‍👩‍👧]{👩‍👩‍👦} met'],
  ['👍🏽!', '👍🏿!', '[👍🏽]{👍🏿}!'],
  ['🇬🇧🇫🇷', '🇬🇧🇫🇮', '🇬🇧[🇫🇷]{🇫🇮}'],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿 won', '🏴󠁧󠁢󠁷󠁬󠁳󠁿 won', '[🏴󠁧󠁢󠁥󠁮󠁧󠁿]{🏴󠁧󠁢󠁷󠁬󠁳󠁿} won'],
  ['❤️love', '💔love', '[❤️]{💔}love'],
  ['می‌خواهم', 'می‌روم', '[می‌خواهم]{می‌روم}'],
  ['v3.5 in the hall', 'v3.5 in the hall 大厅', 'v3.5 in the hall{ 大厅}'],
  ['', 'New.', '{New.}'],
  ['Gone.', '', '[Gone.]'],
  ['Same.', 'Same.', 'Same.'],
])('from “%s” to “%s”', ([before, after, expected]) => {
  expect(show(before as string, after as string)).toBe(expected)
})

test('whatever the texts, what stays and goes is the first and what stays and comes is the second', () => {
  const long = (word: string) => Array.from({ length: 2000 }, (_, i) => `${word}${i}`).join(' ')
  for (const [before, after] of [
    [long('a'), long('b')],
    ['a b  c\n\nd 😀 e', 'a  b c\nd e 😀'],
    ['x, y; z', 'x. y: z'],
  ] as const) {
    const changes = wordChanges(before, after)
    const without = (kind: string) => changes.filter((c) => c.kind !== kind).map((c) => c.text)
    expect(without('added').join('')).toBe(before)
    expect(without('removed').join('')).toBe(after)
  }
})

test('what changed is said in words too, escaped, with when, where and in which wording', () => {
  const from = said('Two <b>chairs</b>.', { asked: { ...question, ask: 'An older question?' }, channel: 'slack' })
  const to = said('Three chairs.')
  const changes = wordChanges('Two <b>chairs</b>.', 'Three chairs.')
  const text = changedWords({ from, to, changes }, ['Then', 'Now'], times).text
  expect(text).toMatch(/<del><span class="vh">\(taken out: <\/span>Two &lt;b&gt;/)
  expect(text).toMatch(/<ins><span class="vh">\(new: <\/span>Three/)
  expect(text).toMatch(/Then, [^<]*, in Slack<\/p>/)
  expect(text).toMatch(/Now, [^<]*, on the web<\/p>/)
  expect(text).toContain('Then you were asked: “An older question?”')
})
