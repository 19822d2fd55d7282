import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { help } from '#core/content/help.ts'
import { type ChapterText, questionWords, readChapters, type Said } from './chapter-text.ts'
import { readingAge, sentencesOf, wordsOf } from './reading-age.ts'

const chapters = readChapters()
const count = (texts: string[]) => wordsOf(texts.join(' ')).length

/** Above it a 14-year-old begins to stumble, on either measure. */
const OLDEST = 14

/** Words of a whole page: what its author wrote, and what its questions say. */
const pageWords = (c: ChapterText) =>
  count([c.facts.promise, c.facts.careNote, ...c.facts.outcomes, ...c.facts.recall.flatMap((r) => [r.q, r.a])]) +
  count(c.paragraphs) +
  count(c.questions.flatMap(questionWords))

/** Words that order, belittle or label, and phrases that claim more than a note can show. */
const UNWELCOME =
  /\b(simply|just|obviously|of course|must|should|easy as|the vulnerable|the elderly|the disabled|service users?|you have met|empower people|give (?:them|people) power|leverage|delve|journey)\b/i
/** Said only to be set aside, so allowed inside quotation marks. */
const ONLY_QUOTED = /(?<!“)hard to reach/i

/** What was found, as "file:line: words", so that a failure says where to look. */
const found = (said: Said[], wrong: (text: string) => boolean): string[] =>
  said.filter(({ text }) => wrong(text)).map(({ text, at }) => `${at}: ${text}`)
const paragraphsOf = (c: ChapterText): Said[] => c.blocks.filter((b) => b.kind === 'words')

test.for(chapters)('chapter $id is as long as it was planned, within a tenth', (chapter) => {
  const planned = chapter.facts.words
  const words = pageWords(chapter)
  expect(words, `content/chapters/${chapter.id}.mdx: words of the page`).toBeGreaterThanOrEqual(planned * 0.9)
  expect(words, `content/chapters/${chapter.id}.mdx: words of the page`).toBeLessThanOrEqual(planned * 1.1)
})

test('each chapter reads easily at 14, on two measures', () => {
  const ages = chapters.map((chapter) => ({
    chapter: chapter.id,
    words: pageWords(chapter),
    ...readingAge([...chapter.paragraphs, ...chapter.questions.flatMap((q) => [q.ask, q.hint ?? ''])]),
  }))
  const lines = ages.map(
    ({ chapter, words, fleschKincaid, automated }) =>
      `${chapter.padEnd(12)} ${words} words, reading age ${fleschKincaid.toFixed(1)} (Flesch–Kincaid), ${automated.toFixed(1)} (ARI)`,
  )
  process.stdout.write(`${lines.join('\n')}\n`)
  expect(ages.filter((a) => a.fleschKincaid > OLDEST || a.automated > OLDEST)).toEqual([])
})

test.for(chapters)('chapter $id has short paragraphs, and sentences mostly of 20 words or fewer', (chapter) => {
  const paragraphs = paragraphsOf(chapter)
  expect(found(paragraphs, (p) => wordsOf(p).length >= 90)).toEqual([])
  const sentences = paragraphs.flatMap(({ text, at }) => sentencesOf(text).map((s) => ({ text: s, at })))
  expect(found(sentences, (s) => wordsOf(s).length > 32)).toEqual([])
  const long = found(sentences, (s) => wordsOf(s).length > 20)
  expect(long.length / sentences.length, `over 20 words:\n${long.join('\n')}`).toBeLessThan(0.2)
})

test.for(chapters)('chapter $id opens with a question, and asks one at least every 350 words', (chapter) => {
  const [, first] = paragraphsOf(chapter)
  expect(first?.text, first?.at).toContain('?')
  let since = 0
  for (const block of chapter.blocks) {
    since = block.kind === 'words' ? since + wordsOf(block.text).length : block.name === 'Question' ? 0 : since
    expect(since, `${block.at}: words since the last question`).toBeLessThanOrEqual(350)
  }
})

test.for(chapters)('chapter $id neither orders, blames nor labels anybody', (chapter) => {
  expect(found(chapter.everything, (text) => UNWELCOME.test(text) || ONLY_QUOTED.test(text))).toEqual([])
})

test.for(chapters)('chapter $id is set in curly quotes, and has no dashes but in ranges', (chapter) => {
  expect(found(chapter.everything, (text) => /["']/.test(text))).toEqual([])
  expect(found(chapter.everything, (text) => /—|(?<!\d)–|–(?!\d)| - /.test(text))).toEqual([])
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
  const needing = chapter.questions.filter((q) => q.sensitivity === 'S2').map((q) => q.id)
  expect(needing.filter((id) => !noted.includes(id)).map(chapter.placeOf)).toEqual([])
  expect(noted.filter((id) => !needing.includes(id)).map(chapter.placeOf)).toEqual([])
})

test.for(chapters)('chapter $id offers two or three nudges under each long text, and none elsewhere', (chapter) => {
  for (const { id, parts, deeper } of chapter.questions) {
    const long = parts.some((part) => part.type === 'long-text')
    expect(long ? [2, 3] : [0], chapter.placeOf(id)).toContain(deeper.length)
  }
})

test.for(chapters)('chapter $id names in its facts every clause that its questions give evidence for', (chapter) => {
  const named = new Set(chapter.facts.clauses)
  const missing = chapter.questions.flatMap(({ id, evidence }) =>
    evidence.filter((uid) => !named.has(uid)).map((uid) => `${chapter.placeOf(id)}: ${uid}`),
  )
  expect(missing).toEqual([])
  expect(named.size).toBe(chapter.facts.clauses.length)
})

test.for(chapters)('chapter $id never says that an answer meets a clause', (chapter) => {
  const claims = /\b(meets?|met|achieved?|passed)\b[^.]*\b(clause|standard)/i
  expect(found(chapter.everything, (text) => claims.test(text))).toEqual([])
})

test.for(chapters)('chapter $id tells an invented story, marked as one', (chapter) => {
  expect(chapter.blocks.filter((b) => b.kind === 'component' && b.name === 'Story')).not.toEqual([])
})

test('the help card and the card for possible harm are as plain as the chapters', () => {
  const { careNote, harmCard } = help.parse(parse(readFileSync('content/help.yaml', 'utf8')))
  expect(wordsOf(careNote).length).toBeLessThanOrEqual(60)
  const card = [harmCard.title, ...harmCard.body, harmCard.showContacts, harmCard.noLocalContact, harmCard.carryOn]
  expect([careNote, ...card].filter((text) => UNWELCOME.test(text) || /["']/.test(text))).toEqual([])
  expect(readingAge([careNote, ...card]).fleschKincaid).toBeLessThanOrEqual(OLDEST)
})
