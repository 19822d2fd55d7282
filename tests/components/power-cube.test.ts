import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ruleOf } from '#core/questions/parts.ts'
import { FORMS, LEVELS, PAIRS, SPACES } from '../../src/components/chapter/cube/cube-words.ts'
import { drawCube } from '../../src/components/chapter/cube/draw-cube.ts'
import { firstCube, menus, pairs, questions, sentence } from '../../src/components/chapter/cube/explorer.ts'
import { renderPicture } from '../../src/components/chapter/pictures.ts'
import { html } from '../../src/components/html.ts'
import { questionsIn } from '../content/chapter-text.ts'
import { anAnswer, aQuestion } from './an-answer.ts'

const question = aQuestion(questionsIn('power.yaml').find((q) => q.id === 'power.space-map') as object)
const draw = (row: string, cells: Record<string, string>) =>
  renderPicture('space-map', anAnswer(question, { decision: [{ row, cells }] })).text
const steps = [...LEVELS, ...SPACES, ...FORMS]
const css = readFileSync('src/styles/cube-explorer.css', 'utf8')

test('a decision stands in the cube in the explorer’s words, with what to ask there', () => {
  const html = draw('The last bus', { level: 'national', space: 'closed', form: 'hidden', door: 'The depot' })
  const words =
    'The last bus: a national, closed space where power is mostly hidden. Who could open the door? The depot'
  expect(html).toContain(`<p id="space-map.words">${words}</p>`)
  expect(html).toContain(SPACES[0]?.ask)
  expect(html).toContain(FORMS[1]?.ask)
  expect(html.match(/class="on"/g)).toHaveLength(3)
  expect(html).toContain('role="img" aria-labelledby="space-map.words"')
})

test('a side that wasn’t placed is said, and nothing is drawn that needs it', () => {
  const html = draw('Who washes up', { level: 'local', space: 'claimed', form: 'not-sure' })
  expect(html).toContain('Who washes up. Level: local. Space: claimed or created. Form of power: not sure.')
  expect(html).not.toContain('class="small"')
  expect(html.match(/class="shadow wall"/g)).toHaveLength(1)
  expect(draw('', { space: 'rather-not' })).toContain(
    'Your decision. Level: not placed yet. Space: left open. Form of power: not placed yet.',
  )
})

test('the household stands below the floor, where there are no walls', () => {
  const html = draw('Tea', { level: 'household', space: 'closed', form: 'visible' })
  expect(html).toContain('<g class="at-level" transform="translate(0 62)">')
  expect(html).not.toContain('shadow wall')
})

test('a name is text whatever is in it, and without an answer the place for the cube says so', () => {
  expect(draw('<b>bus</b>', { level: 'local' })).toContain('&lt;b&gt;bus&lt;/b&gt;.')
  const empty = renderPicture('space-map').text
  expect(empty).toContain('the cube is drawn here')
  expect(empty).not.toContain('<svg')
  expect(renderPicture('space-map', anAnswer(question, {})).text).toBe(empty)
})

test('the question has the levels, spaces and forms of the cube, and nothing else of it is counted', () => {
  const [part] = question.parts
  if (part?.type !== 'matrix') throw new Error('The decision is placed in a matrix.')
  for (const [id, axis] of Object.entries({ level: LEVELS, space: SPACES, form: FORMS })) {
    const column = part.columns.find((c) => c.id === id)
    expect(column?.type === 'choice' && column.options.map((o) => [o.id, o.label])).toEqual(
      axis.map((step) => [step.id, step.label]),
    )
  }
  const cells = { level: 'local', space: 'closed', form: 'hidden', door: 'Jo at the depot' }
  const counted = ruleOf(part).keys(part, [{ row: 'The last bus', cells }])
  expect(counted).toEqual(['*/level/local', '*/space/closed', '*/form/hidden'])
})

test('the explorer has words for every step, and one example for each pair', () => {
  const shown = (words: string, id: string) => expect(words).toContain(`data-if="${id}"`)
  for (const { id } of steps) shown(sentence().text, id)
  for (const { id } of [...SPACES, ...FORMS]) shown(questions().join(''), id)
  const table = pairs().text
  for (const space of SPACES)
    for (const form of FORMS) {
      expect(table).toContain(html`${PAIRS[space.id]?.[form.id]}`.text)
      shown(table, `${space.id} ${form.id}`)
    }
  expect(table.match(/<td>/g)).toHaveLength(9)
})

test('the menus belong to no form, have no names, and ask for no style or script', () => {
  const all = menus()
    .map((m) => m.control.text)
    .join('')
  expect(all.match(/<option/g)).toHaveLength(10)
  expect(all).not.toMatch(/ name=|form=/)
  expect(firstCube().text + all).not.toMatch(/ style=| on\w+=/)
})

test('the style sheet moves the cube as the drawing does, and knows every step', () => {
  const [level, space, form] = [LEVELS[0], SPACES[1], FORMS[1]]
  const drawing = drawCube({ level, space, form }, html``).text
  const [, up] = /at-level" transform="translate\(0 (-?\d+)\)/.exec(drawing) ?? []
  const [, across, down] = /at-space" transform="translate\((\d+) (\d+)\)/.exec(drawing) ?? []
  expect(drawing).toContain(`at-form" transform="translate(-${across} ${down})`)
  expect(css).toContain(`translateY(calc(var(--level) * ${Number(up) / 2}px))`)
  expect(css).toContain(`translate(calc(var(--space) * ${across}px), calc(var(--space) * ${down}px))`)
  expect(css).toContain(`translate(calc(var(--form) * -${across}px), calc(var(--form) * ${down}px))`)
  for (const { id } of steps) {
    expect(css).toContain(`.explorer:has([value="${id}"]:checked) {`)
    expect(css).toContain(`.explorer:has([value="${id}"]:checked) [data-at="${id}"]`)
    expect(css).toMatch(new RegExp(`:not\\(:has\\(\\[value="${id}"\\]:checked\\)\\) \\[data-if~?="${id}"\\]`))
  }
})
