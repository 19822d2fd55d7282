import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '#core/content/load-content.ts'
import { newChapter, type Written } from '#core/content/new-chapter.ts'
import { NEW_QUESTION_TYPES, newQuestion } from '#core/content/new-question.ts'
import { temporaryFolder } from '#tests/support/databases.ts'

const folder = temporaryFolder()
const write = (files: Written[]) => {
  for (const { path, text } of files) writeFileSync(path, text)
}

test('a new chapter builds at once, with a question of every type added to it', () => {
  cpSync('content', folder, { recursive: true })
  const before = loadContent(folder)
  write(newChapter(folder, 'housing', 'A place to live'))
  for (const type of NEW_QUESTION_TYPES) write(newQuestion(folder, `housing.as-${type}`, type))
  const { chapters, question } = loadContent(folder)
  const made = chapters.at(-1)
  expect(made).toMatchObject({ id: 'housing', title: 'A place to live', path: '/chapters/housing' })
  expect(made?.number).toBe(before.chapters.length + 1)
  const added = NEW_QUESTION_TYPES.map((type) => `housing.as-${type}`)
  expect(made?.questions.map((q) => q.id)).toEqual(['housing.first', ...added, 'housing.practice'])
  expect(added.map((id) => question(id)?.parts[0]?.type)).toEqual(NEW_QUESTION_TYPES)
})

test('nothing that is there is written over, and a wrong name says what a right one is', () => {
  expect(() => newChapter(folder, 'community', 'Again')).toThrow(/community\.mdx is there already/)
  expect(() => newChapter(folder, 'My Chapter', 'Mine')).toThrow(/one word in small letters/)
  expect(() => newQuestion(folder, 'community.belong', 'long-text')).toThrow(/is there already/)
  expect(() => newQuestion(folder, 'community', 'long-text')).toThrow(/such as power\.who-decides/)
  expect(() => newQuestion(folder, 'community.new', 'essay')).toThrow(/There are: long-text/)
  expect(() => newQuestion(folder, 'nowhere.new', 'long-text')).toThrow(/nowhere\.yaml is not there/)
  const kept = readFileSync(join(folder, 'questions/community.yaml'), 'utf8')
  const [changed] = newQuestion(folder, 'community.new', 'scale')
  expect(changed?.text.startsWith(kept.trimEnd())).toBe(true)
})
