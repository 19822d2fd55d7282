import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { glossary } from '#core/content/glossary.ts'
import { references } from '#core/content/references.ts'
import { readChapters } from './chapter-text.ts'

const chapters = readChapters()
const sources = references.parse(parse(readFileSync('content/references.yaml', 'utf8')))
const terms = glossary.parse(parse(readFileSync('content/glossary.yaml', 'utf8')))
const linked = (source: string) => [...source.matchAll(/<Term id="([^"]*)"/g)].map((m) => m[1] as string)
/** Bodies that a chapter calls by another name than their id. */
const IN_FULL: Record<string, string> = {
  'cld-2015': 'uk standards (2015',
  'ebcda-nd': 'east belfast community development agency',
  'iacd-2016': 'international association for community development (2016',
}
const plainLetters = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

test('every source a chapter lists is in the references, and no reference is left over', () => {
  const listed = chapters.flatMap((c) => [...c.facts.references, ...c.facts.furtherReading])
  expect(new Set(listed)).toEqual(new Set(Object.keys(sources)))
})

test.for(chapters)('chapter $id lists each source once, in order, and names each in its text', (chapter) => {
  const listed = chapter.facts.references
  expect(listed).toEqual([...new Set(listed)].toSorted())
  const text = plainLetters(chapter.paragraphs.join(' '))
  const namedAs = (id: string) => IN_FULL[id] ?? (id.split('-')[0] as string)
  expect(listed.filter((id) => !text.includes(namedAs(id)))).toEqual([])
})

test.for(chapters)('every year that chapter $id puts in brackets belongs to a source it lists', (chapter) => {
  const years = [...chapter.paragraphs.join(' ').matchAll(/\(([^)]*)\)/g)].flatMap(
    (m) => m[1]?.match(/\b\d{4}\b/g) ?? [],
  )
  const listed = chapter.facts.references.map((id) => sources[id]?.text).join(' ')
  expect(years.filter((year) => !listed.includes(year))).toEqual([])
})

test('every linked word is in the glossary, and is linked once a chapter', () => {
  for (const { id, source } of chapters) expect(new Set(linked(source)).size, id).toBe(linked(source).length)
  const known = new Set(terms.map((t) => t.id))
  expect(chapters.flatMap((c) => linked(c.source)).filter((id) => !known.has(id))).toEqual([])
})

test('the glossary is in alphabetical order', () => {
  const words = terms.map((t) => t.term)
  expect(words).toEqual(words.toSorted((a, b) => a.localeCompare(b, 'en-GB')))
})
