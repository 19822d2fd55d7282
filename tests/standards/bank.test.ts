import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findOutOfScope } from '#core/standards/find-out-of-scope.ts'
import { learnScope } from '#core/standards/learn-scope.ts'
import { learnFrom } from '#core/standards/load-standards.ts'
import { rank } from '#core/standards/rank.ts'
import { loadChanged } from './load-changed.ts'
import { clauses, STANDARDS_FOLDER, standards } from './loaded.ts'

const FILE = 'questions/sc-networks.yaml'
const textOf = (file: string) => readFileSync(join(STANDARDS_FOLDER, file), 'utf8')

test('every clause has questions, and none of them quotes it', () => {
  const asked = Map.groupBy(standards.bank.inside, (b) => b.uid)
  for (const { uid, text } of clauses) {
    expect(asked.get(uid)?.length, uid).toBeGreaterThanOrEqual(2)
    for (const { question } of asked.get(uid) ?? []) expect(question.toLowerCase()).not.toBe(text.toLowerCase())
  }
})

test('questions for a clause that is not there name file and line', () => {
  expect(loadChanged(FILE, 'SC-NETWORKS:P6:', 'SC-NETWORKS:P66:')).toThrow(
    /sc-networks\.yaml:\d+: SC-NETWORKS has no clause SC-NETWORKS:P66/,
  )
})

test('a clause without questions names the file', () => {
  const p6 = /SC-NETWORKS:P6:\n(?: {2}- .*\n)+/.exec(textOf(FILE))?.[0] ?? ''
  expect(loadChanged(FILE, p6, '')).toThrow(/sc-networks\.yaml:1: questions for SC-NETWORKS:P6 are expected/)
})

test('a question that stands twice names both places, whatever its commas', () => {
  expect(
    loadChanged(
      'questions/out-of-scope.yaml',
      'money:\n',
      'money:\n  - what’s this whole thing about the one on networks and partnerships\n',
    ),
  ).toThrow(/out-of-scope\.yaml:\d+: .* stands already at .*sc-networks\.yaml:\d+/)
})

test('too few questions name file and line', () => {
  const p6 = /SC-NETWORKS:P6:\n {2}- .*\n((?: {2}- .*\n)+)/.exec(textOf(FILE))?.[1] ?? ''
  expect(loadChanged(FILE, p6, '')).toThrow(/sc-networks\.yaml:\d+: SC-NETWORKS:P6/)
})

test('words that only a question of the bank has find its clause', () => {
  const bank = { ...standards.bank, inside: [...standards.bank.inside] }
  bank.inside.push({ uid: 'SFJBA13:PC1', question: 'what about the wumpus' })
  expect(rank(standards, 'wumpus').hits).toEqual([])
  expect(rank(learnFrom(standards, bank), 'wumpus').hits[0]?.uid).toBe('SFJBA13:PC1')
})

test('the scope is above zero for wording like the first, below for the second, and zero for what it never saw', () => {
  const scope = learnScope(['how do I listen well', 'do I step back'], ['who is the mayor', 'how many seats'])
  expect(scope('how do I step in')).toBeGreaterThan(0)
  expect(scope('who is the chair')).toBeLessThan(0)
  expect(scope('zebra')).toBe(0)
  expect(scope('')).toBe(0)
})

test('no phrase of what is out of scope catches a question that a clause answers', () => {
  const caught = standards.bank.inside.filter((b) => findOutOfScope(standards.outOfScope, b.question))
  expect(caught.map((b) => b.question)).toEqual([])
})
