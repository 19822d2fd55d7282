import { expect, test } from 'vitest'
import { clauseEvidence } from '../../src/components/evidence/clause-evidence.ts'
import { AT, aPiece, everyPiece } from './every-piece.ts'

const row = everyPiece.row as NonNullable<typeof everyPiece.row>
const bare = {
  ...row,
  state: 'none' as const,
  confirmed: [],
  suggested: [],
  dismissed: [],
  privateNotes: [],
  note: null,
}
const page = (more: Partial<typeof row>, others = everyPiece.others) =>
  clauseEvidence({ isAssessed: true, row: { ...bare, ...more }, others }, AT).text

test('without answers the place says what will stand there, and where nothing is collected it says so', () => {
  const nothing = clauseEvidence({ isAssessed: true, row: null, others: [] }).text
  expect(nothing).toContain('Answers of mine that touch this')
  expect(nothing).toContain('none in this browser’s notebook yet')
  expect(page({}, [])).toBe(nothing)
  expect(clauseEvidence({ isAssessed: false, row: null, others: [] }).text).toContain('not assessed')
})

test('a suggestion is in its own words, escaped, with a yes and a no, and is never called met', () => {
  const text = page({
    state: 'suggested',
    suggested: [{ ...aPiece('a.b', ['We met <on> Tuesdays']), reason: 'words' }],
  })
  expect(text).toContain('We met &lt;on&gt; Tuesdays')
  expect(text).toContain('formaction="/api/evidence/confirm"')
  expect(text).toContain('formaction="/api/evidence/dismiss"')
  expect(text).toContain('may help you start a record')
  expect(text.replace('We met', '')).not.toMatch(/\bmet\b/)
})

test('private answers stay folded, confirmed or not, and are only offered', () => {
  const text = clauseEvidence(everyPiece, AT).text
  for (const words of ['Shut away.', 'Something private.'])
    expect(text).toMatch(new RegExp(`<details class="fold shut">(?:(?!</details>).)*${words}`, 's'))
  expect(text).toContain('Use this private note')
  expect(text).toContain('(a private note)</option>')
})

test('what the clause said when it was confirmed stands beside what it says now', () => {
  const text = clauseEvidence(everyPiece, AT).text
  expect(text).toContain('Then CD-COLLAB KU 8 said: “what it said”')
  expect(text).toContain('It still fits')
})
