import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '#core/content/load-content.ts'
import { renderTouching } from '../../src/components/standards/touching.ts'

const { questions } = loadContent(resolve('content'))
const of = (sensitivity: 'S0' | 'S2') => {
  const question = questions.find((q) => q.sensitivity === sensitivity)
  if (!question) throw new Error(`No question is ${sensitivity}.`)
  return { question, savedAt: Date.UTC(2026, 2, 3), blank: false }
}
const NOW = Date.UTC(2026, 3, 1)

test('without answers the place says what will stand there', () => {
  const page = renderTouching([]).text
  expect(page).toContain('Answers of mine that touch this')
  expect(page).toContain('none in this browser’s notebook yet')
})

test('an answer is shown in its own words, escaped, with the way back to its question', () => {
  const answer = { ...of('S0'), lines: ['We met <on> Tuesdays'] }
  const page = renderTouching([answer], NOW).text
  expect(page).toContain('We met &lt;on&gt; Tuesdays')
  expect(page).toContain(`/chapters/${answer.question.chapter}#${answer.question.id}`)
  expect(page).toContain('3 March')
  expect(page).not.toContain('<details')
})

test('a private answer stays folded, and a blank one is not shown', () => {
  const page = renderTouching([{ ...of('S2'), lines: ['something private'] }], NOW).text
  expect(page).toMatch(/<details class="fold shut">.*something private/s)
  expect(renderTouching([{ ...of('S0'), lines: [], blank: true }]).text).toContain(
    'none in this browser’s notebook yet',
  )
})
