import { expect, test } from 'vitest'
import { aPart, NASTY } from './form.ts'

const kind = {
  id: 'kind',
  label: 'Kind',
  type: 'choice',
  options: [
    { id: 'place', label: 'Place' },
    { id: 'interest', label: 'Interest' },
  ],
}
const communities = aPart({
  type: 'matrix',
  rows: { upTo: 4, label: 'Community' },
  columns: [kind, { id: 'note', label: 'A note', type: 'text' }],
})
const elements = aPart({
  type: 'matrix',
  rows: [
    { id: 'membership', label: 'Membership' },
    { id: 'needs', label: 'Needs met' },
  ],
  columns: [{ id: 'strength', label: 'How strongly', type: 'scale', low: 'Hardly', high: 'Very' }],
})

test('rows that the learner names come back, also with a name alone', () => {
  const rows = [
    { row: NASTY, cells: { kind: 'place', note: 'two\nlines' } },
    { row: 'Choir', cells: {} },
  ]
  expect(communities.sentBack(rows)).toEqual(rows)
  expect(communities.rule.isBlank(rows.slice(1) as never)).toBe(false)
})

test('blank rows are dropped, and nothing else', () => {
  const sent = communities.read({ 'it.1': '', 'it.3': 'Choir', 'it.4.kind': 'interest' })
  expect(communities.rule.value(communities.part).parse(sent)).toEqual([
    { row: 'Choir', cells: {} },
    { row: '', cells: { kind: 'interest' } },
  ])
})

test('fixed rows come back under their ids, ratings as text', () => {
  const rows = [{ row: 'needs', cells: { strength: '4' } }]
  expect(elements.sentBack(rows)).toEqual(rows)
  expect(elements.sentBack([{ row: 'membership', cells: { strength: 'not-sure' } }])).toEqual([
    { row: 'membership', cells: { strength: 'not-sure' } },
  ])
})

test('every row is a group with a name of its own', () => {
  expect(elements.show([])).toMatch(/<fieldset class="row"[^>]*><legend>Membership<\/legend>/)
  expect(communities.show([])).toMatch(
    /role="group" aria-labelledby="power\.try\.it\.1\.label"><label id="power\.try\.it\.1\.label" for="power\.try\.it\.1">Community 1</,
  )
})

test('a single scale is set as squares; choices are menus that can be set back', () => {
  expect(elements.show([]).match(/class="scale"/g)).toHaveLength(2)
  expect(communities.show([])).toContain('<option value="">Choose</option>')
})

test('two rows are open, and each fold holds the next', () => {
  expect(communities.show([]).match(/<details class="fold">/g)).toHaveLength(2)
  expect(communities.show([1, 2, 3].map((n) => ({ row: `c${n}`, cells: {} }))).match(/<details/g)).toHaveLength(1)
})

test('a message finds its field, whatever rows were left blank before it', () => {
  const sent = communities.read({ 'it.3': 'Choir', 'it.3.note': 'a'.repeat(201) })
  const issue = communities.problem(sent)
  expect(communities.fieldOf(issue?.path.map(String) ?? [])).toBe('it.3.note')
  expect(communities.fieldOf(communities.problem([{ row: 'a'.repeat(201), cells: {} }])?.path.map(String) ?? [])).toBe(
    'it.1',
  )
  expect(elements.fieldOf(['1', 'cells', 'strength'])).toBe('it.needs.strength')
})
