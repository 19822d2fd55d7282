import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { agreementTool } from '#core/content/tool.ts'
import { questionsIn } from '#tests/content/chapter-text.ts'
import { drawLoop } from '../../src/components/chapter/life-cycle/loop.ts'
import { closenessTold, pick, stageTold, stuckTold } from '../../src/components/chapter/life-cycle/told.ts'
import { CLOSENESS, STAGES, WHEN_STUCK } from '../../src/components/chapter/life-cycle/words.ts'

const css = readFileSync('src/styles/life-cycle.css', 'utf8')
const idsOf = (question: string, part: string) => {
  const found = questionsIn('partnership.yaml')
    .find((q) => q.id === question)
    ?.parts.find((p) => p.name === part)
  return found?.type === 'single-choice' ? found.options.map((o) => o.id) : []
}

test('the loop says in words what it draws, the ways out included', () => {
  const loop = drawLoop().text
  expect(loop).toContain(
    '<desc id="loop.words">A loop of four stages, Scoping and building, Managing and maintaining, Reviewing and revising, Sustaining outcomes, with two arrows leading out: hand over and end well.</desc>',
  )
  expect(loop.match(/class="at-/g)).toHaveLength(STAGES.length)
  expect(loop).not.toContain('undefined')
})

test('every heading of the agreement is opened at one stage, under its number', () => {
  const opened = STAGES.flatMap((s) => s.headings).toSorted((a, b) => a.number - b.number)
  expect(opened.map((h) => h.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(new Set(opened.map((h) => h.name)).size).toBe(12)
})

test('a heading of the agreement has the number and the title that it has on its own page', () => {
  const headings = agreementTool.parse(parse(readFileSync('content/tools/agreement.yaml', 'utf8')))
  const opened = STAGES.flatMap((s) => s.headings).toSorted((a, b) => a.number - b.number)
  expect(opened.map(({ name, title }) => ({ name, title }))).toEqual(
    headings.map(({ id: name, title }) => ({ name, title })),
  )
})

test('a stage tells what to talk about, what to watch for and which headings to open', () => {
  const told = stageTold(STAGES[2] as (typeof STAGES)[number]).text
  for (const words of ['<h4>Reviewing and revising</h4>', 'What hurts?', 'There is only good news.'])
    expect(told).toContain(words)
  expect(told).toContain('<a href="/tools/agreement#agree-disagree">10. Disagreement</a>')
  expect(told).toContain('<a href="/tools/agreement#agree-review">11. Learning and review</a>')
  expect(told).not.toContain('agree-ending')
})

test('a partnership that is stuck is sent back to its purpose', () => {
  expect(stuckTold(WHEN_STUCK).text).toContain(
    '<a href="/tools/agreement#agree-names">heading 1, “Who we are and why”</a>',
  )
})

test('each step of closeness shares what the steps before it share, and one thing more', () => {
  const shared = CLOSENESS.map((c, i) => /Shared:<\/b> ([^.]+)/.exec(closenessTold(c, i).text)?.[1])
  expect(shared).toEqual([
    'information',
    'information, activities',
    'information, activities, resources',
    'information, activities, resources, capacity',
  ])
})

test('the first of a row is chosen until another is', () => {
  expect(STAGES.map((s, i) => pick('stage', s, i).text.includes(' checked'))).toEqual([true, false, false, false])
})

test('every choice hides the texts of the others, and marks its own stage', () => {
  for (const group of [STAGES, CLOSENESS])
    for (const [i, { id }] of group.entries()) {
      const chosen = `.life-cycle:has([value="${id}"]:checked)`
      if (i > 0) expect(css).toContain(`${chosen} .told:has(~ .on-${id})`)
      if (i < group.length - 1) expect(css).toContain(`${chosen} .on-${id} ~ .told`)
      if (group === STAGES) expect(css).toContain(`${chosen} .at-${id}`)
    }
})

test('the questions about stage and closeness offer the same words as the drawing', () => {
  expect(idsOf('partnership.life-stage', 'stage').slice(0, 4)).toEqual(STAGES.map((s) => s.id))
  for (const part of ['now', 'needed'])
    expect(idsOf('partnership.continuum', part).slice(0, 4)).toEqual(CLOSENESS.map((c) => c.id))
})
