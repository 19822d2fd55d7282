import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { help } from '#core/content/help.ts'
import { type ChapterText, questionProse, questionWords, readChapters } from './chapter-text.ts'
import { readingAge, sentencesOf, wordsOf } from './reading-age.ts'

const chapters = readChapters()
const count = (texts: string[]) => wordsOf(texts.join(' ')).length

/** Words of a whole page: what its author wrote, and what its questions say. Set when a chapter is planned. */
const PLANNED: Record<string, number> = { community: 1900, cd: 1500, influence: 2100 }

const pageWords = (c: ChapterText) =>
  count([c.facts.promise, c.facts.careNote, ...c.facts.outcomes, ...c.facts.recall.flatMap((r) => [r.q, r.a])]) +
  count(c.paragraphs) +
  count(c.questions.flatMap(questionWords))

/** Words that order, belittle or label, and phrases that claim more than a note can show. */
const UNWELCOME =
  /\b(simply|just|obviously|of course|must|should|easy as|the vulnerable|the elderly|the disabled|service users?|you have met|empower people|leverage|delve|journey)\b/i
/** Said only to be set aside, so allowed inside quotation marks. */
const ONLY_QUOTED = /(?<!“)hard to reach/i

const everyText = (c: ChapterText) => [
  ...c.paragraphs,
  c.facts.promise,
  c.facts.careNote,
  ...c.facts.outcomes,
  ...c.facts.recall.flatMap((r) => [r.q, r.a]),
  ...c.questions.flatMap(questionProse),
]

test.for(chapters)('chapter $id is as long as it was planned, within a tenth', (chapter) => {
  const planned = PLANNED[chapter.id] ?? Number.NaN
  expect(pageWords(chapter)).toBeGreaterThanOrEqual(planned * 0.9)
  expect(pageWords(chapter)).toBeLessThanOrEqual(planned * 1.1)
})

test.for(chapters)('chapter $id reads easily at 14, on two measures', (chapter) => {
  const age = readingAge([...chapter.paragraphs, ...chapter.questions.flatMap((q) => [q.ask, q.hint ?? ''])])
  expect(age.fleschKincaid).toBeLessThanOrEqual(14)
  expect(age.automated).toBeLessThanOrEqual(14)
})

test.for(chapters)('chapter $id has short paragraphs, and sentences mostly of 20 words or fewer', (chapter) => {
  expect(chapter.paragraphs.filter((p) => wordsOf(p).length >= 90)).toEqual([])
  const sentences = chapter.paragraphs.flatMap(sentencesOf)
  const long = sentences.filter((s) => wordsOf(s).length > 20)
  expect(long.length / sentences.length).toBeLessThan(0.2)
  expect(long.filter((s) => wordsOf(s).length > 32)).toEqual([])
})

test.for(chapters)('chapter $id opens with a question, and asks one at least every 350 words', (chapter) => {
  const [, first] = chapter.paragraphs
  expect(first).toContain('?')
  let since = 0
  for (const block of chapter.blocks) {
    since = block.kind === 'words' ? since + wordsOf(block.text).length : block.name === 'Question' ? 0 : since
    expect(since, block.kind === 'words' ? block.text : block.id).toBeLessThanOrEqual(350)
  }
})

test.for(chapters)('chapter $id neither orders, blames nor labels anybody', (chapter) => {
  expect(everyText(chapter).filter((text) => UNWELCOME.test(text) || ONLY_QUOTED.test(text))).toEqual([])
})

test.for(chapters)('chapter $id is set in curly quotes, and has no dashes but in ranges', (chapter) => {
  expect(everyText(chapter).filter((text) => /["']/.test(text))).toEqual([])
  expect(everyText(chapter).filter((text) => /—|(?<!\d)–|–(?!\d)| - /.test(text))).toEqual([])
})

test.for(chapters)('chapter $id asks about its questions once each, and about no others', (chapter) => {
  const placed = chapter.blocks.flatMap((b) => (b.kind === 'component' && b.name === 'Question' ? [b.id] : []))
  expect(placed.toSorted()).toEqual(chapter.questions.map((q) => q.id).toSorted())
  expect(placed.every((id) => id.startsWith(`${chapter.id}.`))).toBe(true)
})

test.for(chapters)('in chapter $id a care note stands before each private question, and before no other', (chapter) => {
  const noted = chapter.blocks.flatMap((b, i) => {
    const next = chapter.blocks[i + 1]
    return b.kind === 'component' && b.name === 'CareNote' && next?.kind === 'component' ? [next.id] : []
  })
  expect(noted).toEqual(chapter.questions.filter((q) => q.sensitivity === 'S2').map((q) => q.id))
})

test.for(chapters)('chapter $id offers two or three nudges under each long text, and none elsewhere', (chapter) => {
  for (const { id, parts, deeper } of chapter.questions) {
    const long = parts.some((part) => part.type === 'long-text')
    expect(long ? [2, 3] : [0], id).toContain(deeper.length)
  }
})

test.for(chapters)('chapter $id names in its facts every clause that its questions give evidence for', (chapter) => {
  const named = new Set(chapter.facts.clauses)
  expect(chapter.questions.flatMap((q) => q.evidence).filter((uid) => !named.has(uid))).toEqual([])
  expect(named.size).toBe(chapter.facts.clauses.length)
})

test.for(chapters)('chapter $id never says that an answer meets a clause', (chapter) => {
  expect(
    everyText(chapter).filter((text) => /\b(meets?|met|achieved?|passed)\b[^.]*\b(clause|standard)/i.test(text)),
  ).toEqual([])
})

test('the help card and the card for possible harm are as plain as the chapters', () => {
  const { careNote, harmCard } = help.parse(parse(readFileSync('content/help.yaml', 'utf8')))
  expect(wordsOf(careNote).length).toBeLessThanOrEqual(60)
  const card = [harmCard.title, ...harmCard.body, harmCard.showContacts, harmCard.noLocalContact, harmCard.carryOn]
  expect([careNote, ...card].filter((text) => UNWELCOME.test(text) || /["']/.test(text))).toEqual([])
  expect(readingAge([careNote, ...card]).fleschKincaid).toBeLessThanOrEqual(14)
})

test('the two measures of reading age tell a plain page from an office memo', () => {
  const plain = ['The lift has been broken for six weeks. My neighbour can’t get out. Who can we ask?']
  const memo = [
    'Stakeholder organisations are encouraged to facilitate participatory engagement methodologies which appropriately recognise the multidimensional characteristics of geographically dispersed communities.',
  ]
  expect(readingAge(plain).fleschKincaid).toBeLessThan(9)
  expect(readingAge(plain).automated).toBeLessThan(9)
  expect(readingAge(memo).fleschKincaid).toBeGreaterThan(20)
  expect(readingAge(memo).automated).toBeGreaterThan(20)
})
