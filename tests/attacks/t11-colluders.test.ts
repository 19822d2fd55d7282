import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { AnswerValue, Question } from '#core/questions/question.ts'
import { draw, keysOf } from '#core/release/picture.ts'
import { content } from '#tests/support/open.ts'
import { HELPERS, inWords, KINDS, type Kind, PEOPLE, spreads, TABLES_FROM, tables, worstOf } from './posterior-table.ts'

const BUSY = { timeout: 120_000 }

const questionOf = (id: string): Question => content.question(id) as Question
const CHOICE = questionOf('cd.doing-with')
const SCALE = questionOf('cd.my-role')
const OPTIONS = ['to', 'for', 'with', 'by', 'varies', 'rather-not']
const POINTS = [1, 2, 3, 4, 5, 'not-sure']

/** Without the blanks and lines that only align a table. */
const unaligned = (markdown: string): string => markdown.trim().replace(/ +/g, ' ').replace(/-{3,}/g, '---')

/** The answers of a group, from how many gave each. */
const valuesOf = (counts: number[], places: (string | number)[]): AnswerValue[] =>
  counts.flatMap((n, i) => Array.from({ length: n }, () => ({ place: places[i] as string })))

test('T11: the table of worst posteriors is the one that learners are shown', BUSY, () => {
  const made = tables()
  process.stdout.write(`\n${made}\n`)
  const shown = readFileSync('docs/worst-posteriors.md', 'utf8').split(TABLES_FROM)[1] ?? ''
  expect(unaligned(shown)).toBe(unaligned(made))
})

test('T11: the table is made of the pictures that are really drawn', () => {
  // Every 97th: all of them would be a minute.
  for (const people of [5, 8, 12, 20])
    for (const [i, counts] of spreads(people, OPTIONS.length).entries()) {
      if (i % 97) continue
      const bands = (question: Question, places: (string | number)[]) => {
        const [part] = draw(question, valuesOf(counts, places)).parts
        return { shown: part?.groups[0]?.cells.map((c) => c.band).join() || 'null', mean: part?.mean ?? null }
      }
      expect(bands(CHOICE, OPTIONS).shown).toBe(KINDS.choice.picture(counts))
      const { shown, mean } = bands(SCALE, POINTS)
      expect(`${shown} ${mean}`).toBe(KINDS.scale.picture(counts))
    }
})

test('T11: with no helper, nobody is ever certain that somebody chose something', BUSY, () => {
  for (const kind of Object.values(KINDS))
    for (const people of PEOPLE) expect(worstOf(kind, people, 0).chose, `${kind.title}, ${people}`).toBeLessThan(1)
})

test('T11: that nobody chose an option can be certain only where bands fill a small group up', BUSY, () => {
  const sure = (kind: Kind) => PEOPLE.filter((people) => worstOf(kind, people, 0).didNot === 1)
  // Of six people, "most" is four and "some" two: nobody is left. Decision 8 says why such pictures stay.
  expect(sure(KINDS.choice)).toEqual([6, 7, 8, 9, 10, 12])
  expect(sure(KINDS.tag)).toEqual([])
})

test('T11: what the page says in words is so', () => {
  const say = (kind: Kind, people: number, helpers: number) => {
    const { chose, didNot } = worstOf(kind, people, helpers)
    return [inWords(chose), inWords(didNot)]
  }
  expect(say(KINDS.choice, 5, 0)[0]).toBe('81')
  expect(say(KINDS.choice, 20, 0)[0]).toBe('66')
  expect(say(KINDS.choice, 5, 1)).toEqual(['sure', 'sure'])
  expect(say(KINDS.choice, 10, 3)[0]).toBe('sure')
  for (const people of PEOPLE.filter((n) => n > 10)) expect(say(KINDS.choice, people, 3)[0]).not.toBe('sure')
  // More helpers never know less.
  for (const people of [5, 9, 20])
    for (const helpers of HELPERS.slice(1))
      expect(worstOf(KINDS.choice, people, helpers).chose).toBeGreaterThanOrEqual(
        worstOf(KINDS.choice, people, helpers - 1).chose,
      )
})

/** Everybody picks up to two of seven tags, or puts five values in order: how many are counted where. */
const LISTS: [string, Question, string, string[][]][] = [
  [
    'tags, of which one may pick two',
    questionOf('community.first-words'),
    'themes',
    [[], ...pairsOf(['place', 'support', 'exclusion', 'something-lost', 'something-else'])],
  ],
  [
    'a ranking of five, of which the first and the last are counted',
    questionOf('cd.values-rank'),
    'order',
    rankings(['social-justice', 'anti-discrimination', 'empowerment', 'collective-action', 'learning-together']),
  ],
]

function pairsOf(ids: string[]): string[][] {
  return ids.flatMap((a, i) => [[a], ...ids.slice(i + 1).map((b) => [a, b])])
}

/** One whole list for each first and last, and one that says what comes first and no more. */
function rankings(ids: string[]): string[][] {
  return ids.flatMap((first) => [
    [first],
    ...ids
      .filter((last) => last !== first)
      .map((last) => [first, ...ids.filter((id) => id !== first && id !== last), last]),
  ])
}

test.each(LISTS)(
  'T11: %s: of no picture of five people is it certain that all of them chose an option',
  BUSY,
  (...of) => {
    const [, question, part, lists] = of
    const keys = lists.map((list) => keysOf(question, { [part]: list })[part] as string[])
    const cells = [...new Set(keys.flat())]
    const counts = new Map<string, { least: number }[]>()
    for (const spread of spreads(5, lists.length)) {
      const values = spread.flatMap((n, i) => Array.from({ length: n }, () => ({ [part]: lists[i] as string[] })))
      const shown = JSON.stringify(draw(question, values).parts)
      const known = counts.get(shown) ?? cells.map(() => ({ least: 5 }))
      counts.set(shown, known)
      for (const [c, cell] of cells.entries()) {
        const count = spread.reduce((sum, n, i) => sum + (keys[i]?.includes(cell) ? n : 0), 0)
        const range = known[c] as { least: number }
        range.least = Math.min(range.least, count)
      }
    }
    expect(counts.size).toBeGreaterThan(10)
    for (const [shown, ranges] of counts)
      for (const [c, { least }] of ranges.entries())
        expect(least, `everybody chose ${cells[c]}: ${shown}`).toBeLessThan(5)
  },
)
