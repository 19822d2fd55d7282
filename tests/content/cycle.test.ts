import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { cycle } from '#core/content/cycle.ts'
import { readYaml } from '#core/content/read-yaml.ts'
import { readChapters } from './chapter-text.ts'

const { data: loop } = readYaml(resolve('content/cycle.yaml'), cycle)
const [chapter] = readChapters().filter((c) => c.source.includes('<Cycle />'))

test('the loop stands in chapter 2, which names every clause that its stops name', () => {
  expect(chapter?.id).toBe('cd')
  const named = loop.stops.flatMap((stop) => stop.clauses)
  expect(named.filter((uid) => !chapter?.facts.clauses.includes(uid))).toEqual([])
})

test('the values around the loop are those that the chapter asks to put in order', () => {
  const [order] = chapter?.questions.find((q) => q.id === 'cd.values-rank')?.parts ?? []
  expect(order).toMatchObject({ type: 'ranking', options: loop.values.map((label) => ({ label })) })
})
