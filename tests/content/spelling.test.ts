import { readdirSync, readFileSync } from 'node:fs'
import dictionary from 'dictionary-en-gb'
import nspell from 'nspell'
import { expect, test } from 'vitest'
import { cycle } from '#core/content/cycle.ts'
import { readChapters, type Said, textsIn } from './chapter-text.ts'

const speller = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) })
/** Names, and words that the dictionary doesn't have; one a line. */
const NAMES = new Set(readFileSync('tests/content/names.txt', 'utf8').split('\n').filter(Boolean))

const yaml = (folder: string, keys: string[]) =>
  readdirSync(`content/${folder}`).flatMap((file) => {
    const path = `content/${folder}/${file}`
    return textsIn(path, readFileSync(path, 'utf8'), keys)
  })
const file = (name: string, keys: string[]) => textsIn(`content/${name}`, readFileSync(`content/${name}`, 'utf8'), keys)

/** Every key of the loop's words. */
const CYCLE = [...Object.keys(cycle.shape), ...Object.keys(cycle.shape.stops.element.shape)].filter(
  (k) => k !== 'clauses',
)

const said: Said[] = [
  ...readChapters().flatMap((c) => c.everything),
  ...yaml('prompts', ['text', 'followUp']),
  ...yaml('tools', ['title', 'words', 'check', 'covers']),
  ...file('cycle.yaml', CYCLE),
  ...file('glossary.yaml', ['term', 'meaning']),
  ...file('law.yaml', ['title', 'text']),
  ...file('help.yaml', ['careNote', 'label', 'note', 'title', 'body', 'showContacts', 'noLocalContact', 'carryOn']),
]

function misspelt({ text, at }: Said): string[] {
  const words = text.replace(/\{\{.*?\}\}/g, '').match(/\p{L}+(?:’\p{L}+)*/gu) ?? []
  return words
    .map((word) => word.replaceAll('’', "'").replace(/'s$/, ''))
    .filter((word) => word.length > 1 && !NAMES.has(word) && !speller.correct(word))
    .map((word) => `${at}: ${word}`)
}

test('every word is spelt as in the UK', () => {
  expect(said.flatMap(misspelt)).toEqual([])
})

test('American spellings are found', () => {
  const at = 'here'
  expect(misspelt({ text: 'A neighbor’s color program, organized at the center of labor', at }).length).toBeGreaterThan(
    3,
  )
})

test('every name in the list is used', () => {
  const words = new Set(
    said.flatMap(({ text }) => (text.match(/\p{L}+(?:’\p{L}+)*/gu) ?? []).map((w) => w.replace(/’s$/, ''))),
  )
  expect([...NAMES].filter((name) => !words.has(name.replaceAll("'", '’')))).toEqual([])
})
