import { expect, test } from 'vitest'
import { chapterFrontmatter } from '#core/content/chapter.ts'
import { references } from '#core/content/references.ts'
import { PART_RULES } from '#core/questions/parts.ts'
import { toQuestion } from '#core/questions/question.ts'
import { readChapters } from './chapter-text.ts'

const chapters = readChapters()
const [chapter] = chapters

test('a chapter with an unknown fact, a missing one or a clause that is no uid is refused', () => {
  const facts = chapter?.facts
  expect(chapterFrontmatter.safeParse(facts).success).toBe(true)
  expect(chapterFrontmatter.safeParse({ ...facts, author: 'A. N. Other' }).success).toBe(false)
  expect(chapterFrontmatter.safeParse({ ...facts, careNote: undefined }).success).toBe(false)
  expect(chapterFrontmatter.safeParse({ ...facts, clauses: ['K7'] }).success).toBe(false)
  expect(chapterFrontmatter.safeParse({ ...facts, number: 0 }).success).toBe(false)
})

test('a reference has words, and a web address only with https', () => {
  expect(references.safeParse({ 'some-1990': { text: 'Some (1990)' } }).success).toBe(true)
  expect(references.safeParse({ 'some-1990': { text: 'Some (1990)', url: 'http://example.org' } }).success).toBe(false)
  expect(references.safeParse({ 'some-1990': { text: '' } }).success).toBe(false)
})

test('the chapters so far use every part type there is', () => {
  const used = chapters.flatMap((c) => c.questions.map(toQuestion)).flatMap((q) => q.parts.map((p) => p.type))
  expect(new Set(used)).toEqual(new Set(Object.keys(PART_RULES)))
})

test('every tag and option that a learner may be counted by can be counted', () => {
  const ids = chapters.flatMap((c) => c.questions).flatMap((q) => q.themes.map((t) => t.id))
  expect(ids.filter((id) => id === 'not-sure' || id === 'rather-not' || id === 'something-else')).toEqual([])
})
