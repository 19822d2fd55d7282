import { expect, test } from 'vitest'
import { ruleOf } from '#core/questions/parts.ts'
import { countedParts } from '#core/questions/question.ts'
import { content } from '#tests/support/open.ts'

/** A small generator with a seed (mulberry32), so that the figures can be had again. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The options of eight of our own questions that a study may use, by their first countable part. */
const EIGHT: string[][] = content.questions
  .flatMap((question) => countedParts(question).slice(0, 1))
  .slice(0, 8)
  .map((part) =>
    ruleOf(part)
      .cells(part)
      .map((cell) => cell.key),
  )

/** One option; `lean` is how much likelier each is than the next: 1 is evenly, at 2 half of all choose the first. */
function pick(next: () => number, options: string[], lean: number): string {
  const weights = options.map((_, i) => lean ** -i)
  let left = next() * weights.reduce((a, b) => a + b, 0)
  const found = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return options[Math.max(found, 0)] ?? ''
}

/** Of so many people with one row of eight answers each, the share whose row nobody else has. */
function shareAlone(people: number, lean: number, seed: number): number {
  const next = random(seed)
  const rows = Array.from({ length: people }, () => EIGHT.map((options) => pick(next, options, lean)).join('|'))
  const times = Map.groupBy(rows, (row) => row)
  return [...times.values()].filter((same) => same.length === 1).length / people
}

const mean = (people: number, lean: number) =>
  Array.from({ length: 20 }, (_, seed) => shareAlone(people, lean, seed + 1)).reduce((a, b) => a + b, 0) / 20

test('T18: a row of one person’s eight answers is a fingerprint, with or without a pseudonym: so no row leaves', () => {
  expect(EIGHT).toHaveLength(8)
  const table = [50, 200, 1000].flatMap((people) =>
    [1, 1.5, 2].map((lean) => ({ people, lean, alone: Math.round(mean(people, lean) * 1000) / 10 })),
  )
  console.table(table)
  // Most people stand alone even where half of all give the first answer to every question.
  for (const { alone, lean, people } of table)
    expect(alone, `${people} people, lean ${lean}`).toBeGreaterThan(lean === 1 ? 95 : 50)
})
