import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { movableClock } from '#tests/support/movable-clock.ts'
import { content, newLearner } from '#tests/support/open.ts'
import { AWKWARD, inXml } from './full-notebook.ts'

const STANDARD = 'SC-NETWORKS'
const BELONG = 'community.belong'
const EDGE = 'community.on-the-edge'
const LONG = `${'Ten thousand characters. '.repeat(370)}and the end`
const NOTE = 'At the summer fair I ran the welcome table.\nAsk Sam, who was there.'
const PRIVATE = 'Nobody spoke to me.'
const standard = content.standards.list.find(({ id }) => id === STANDARD)
const assessed = standard?.clauses.filter(({ section }) => ['performance', 'knowledge'].includes(section)) ?? []

const clock = movableClock()
let core: Core
let me: Actor

beforeAll(async () => {
  const folder = temporaryFolder()
  const paths = { STANDPOINT_DATA_DIR: `${folder}/data`, STANDPOINT_SECRET_FILE: `${folder}/data.key` }
  core = await openCore(readConfig({ ...paths, STANDPOINT_TEST_CLOCK: clock.file }), { log: () => {}, content })
  me = (await newLearner(core)).actor
  const save = (question: string, part: string, words: string) =>
    core.saveAnswer(me, { question, value: { [part]: words }, channel: 'web' })
  await save(BELONG, 'story', `${AWKWARD.join('\n')}\n${LONG}`)
  await save(EDGE, 'door', PRIVATE)
  await save('community.working-definition', 'definition', 'People who notice.')
  for (const [question, clause] of [
    [BELONG, `${STANDARD}:K14`],
    [EDGE, `${STANDARD}:K15`],
    ['community.working-definition', `${STANDARD}:K16`],
  ] as const)
    await core.confirmEvidence(me, { question, clause })
  await core.noteForAssessor(me, { clause: `${STANDARD}:K17`, words: NOTE, base: 0 })
})
afterAll(() => core.close())

async function read(more: object = {}) {
  const { bytes, name, type } = await core.exportPortfolio(me, { standard: STANDARD, ...more })
  const buffer = Buffer.from(bytes)
  const [{ value: text }, { value: html }] = await Promise.all([
    mammoth.extractRawText({ buffer }),
    mammoth.convertToHtml({ buffer }),
  ])
  return { name, type, text, html, paragraphs: text.split('\n\n') }
}
const headings = (html: string, level: number) =>
  [...html.matchAll(new RegExp(`<h${level}>(.*?)</h${level}>`, 'g'))].map((m) => m[1])

test('the Word file, read by another library, has every clause under its label, letter for letter', async () => {
  const { html, paragraphs, name, type } = await read()
  expect(name).toMatch(/^portfolio-\d{4}-\d\d-\d\d\.docx$/)
  expect(type).toContain('wordprocessingml')
  expect(headings(html, 1)).toEqual(['My portfolio'])
  expect(assessed.length).toBeGreaterThan(50)
  expect(headings(html, 4)).toEqual(assessed.map(({ label }) => label))
  expect(assessed.filter(({ text }) => !paragraphs.some((p) => p === text || p.endsWith(` ${text}`)))).toEqual([])
})

test('it has my words, line by line, with their version, dates and my note to the assessor, and claims no more', async () => {
  const { text, paragraphs } = await read()
  const lines = AWKWARD.flatMap((words) => words.split('\n')).filter((line) => line.trim() !== '')
  expect(lines.map(inXml).filter((line) => !paragraphs.includes(line) && !text.includes(line))).toEqual([])
  expect(text).toContain(LONG)
  for (const line of NOTE.split('\n')) expect(paragraphs).toContain(line)
  expect(text).toMatch(/Version 1, saved on \d+ \w+ \d{4}, .*Confirmed on \d+ \w+ \d{4}\./)
  expect(text).toContain('They may help to start a record for a clause.')
  expect(text).not.toMatch(/\bmet\b|achieved|competent/i)
  expect(text).toContain(standard?.credit)
})

test('private words come along only where that is asked for', async () => {
  const without = await read()
  expect(without.text).toContain('A private note, left out of this document.')
  expect(without.text).not.toContain(PRIVATE)
  expect((await read({ privateWords: true })).text).toContain(PRIVATE)
})

test('only the clauses that hold something of mine, if I like', async () => {
  const { html } = await read({ onlyMine: true })
  expect(headings(html, 4)).toEqual(['K14', 'K15', 'K16', 'K17'].map((short) => `${STANDARD} ${short}`))
})

test('an answer that was changed or taken back since says so', async () => {
  await core.saveAnswer(me, { question: BELONG, value: { story: 'Another story.' }, base: 1, channel: 'web' })
  await core.saveAnswer(me, {
    question: 'community.working-definition',
    value: { definition: '' },
    base: 1,
    channel: 'web',
  })
  const { text } = await read({ onlyMine: true })
  expect(text).toContain('Another story.')
  expect(text).toContain('Changed since then.')
  expect(text).toContain('This answer was taken back.')
  expect(text).not.toContain('People who notice.')
})

test('nobody else gets it, and a visitor is told what to do', async () => {
  const other = (await newLearner(core)).actor
  const { bytes } = await core.exportPortfolio(other, { standard: STANDARD, privateWords: true })
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  expect(value).not.toContain('story')
  await expect(core.exportPortfolio(VISITOR, { standard: STANDARD })).rejects.toMatchObject({ kind: 'signed-out' })
  await expect(core.exportPortfolio(me, { standard: 'NONE' })).rejects.toMatchObject({ kind: 'not-found' })
})
