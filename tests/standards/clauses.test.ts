import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { clauses, standards } from './loaded.ts'

// Of every uid and text in order, taken from the parsed source documents.
const PINNED = [
  ['CD-COLLAB', 47, 6, '45cbe17af40e1f377d7d9acfda1c0035df71fd4eb27201c2215ff9e02fcb5197'],
  ['SC-NETWORKS', 104, 0, '94720bb1a2179252918cd6a221c9a026476620be1f14852ac039b3598e538433'],
  ['SFJBA13', 80, 13, 'f21f27de97590c051ce799010698c2eca5954398e20b419e52b0ab1699071004'],
] as const

test.for(PINNED)('%s has every clause, byte for byte', ([id, count, repaired, sha256]) => {
  const standard = standards.standard(id)
  expect(standard?.clauses).toHaveLength(count)
  expect(standard?.clauses.filter((c) => c.repaired)).toHaveLength(repaired)
  const all = standard?.clauses.map((c) => `${c.uid}\t${c.text}\n`).join('')
  expect(
    createHash('sha256')
      .update(all ?? '', 'utf8')
      .digest('hex'),
  ).toBe(sha256)
})

test('numbered clauses run without a gap', () => {
  const runs = [
    ['CD-COLLAB', 'performance', 9],
    ['CD-COLLAB', 'knowledge', 17],
    ['SC-NETWORKS', 'performance', 27],
    ['SC-NETWORKS', 'knowledge', 55],
    ['SFJBA13', 'performance', 29],
    ['SFJBA13', 'knowledge', 26],
  ] as const
  for (const [id, section, last] of runs) {
    const numbers = standards.standard(id)?.clauses.filter((c) => c.section === section && !c.number?.includes('.'))
    expect(numbers?.map((c) => Number(c.number))).toEqual(Array.from({ length: last }, (_, i) => i + 1))
  }
})

test('every clause has its own id, label, address and gloss', () => {
  for (const key of ['uid', 'label', 'path'] as const)
    expect(new Set(clauses.map((c) => c[key])).size).toBe(clauses.length)
  for (const c of clauses) {
    expect(c.path).toMatch(/^\/standards\/[a-z0-9-]+\/[a-z0-9.]+$/)
    expect(c.gloss.length).toBeGreaterThan(5)
    expect(c.label.startsWith(c.standard)).toBe(true)
  }
})

test('labels are as the documents number them, and places are not called numbers', () => {
  const label = (uid: string) => standards.clause(uid)?.label
  expect(label('SFJBA13:PC15.1')).toBe('SFJBA13 PC 15.1')
  expect(label('CD-COLLAB:KU3')).toBe('CD-COLLAB KU 3')
  expect(label('SC-NETWORKS:K31')).toBe('SC-NETWORKS K31')
  expect(label('SC-NETWORKS:ScopePCKeypeople')).toBe('SC-NETWORKS, Scope of the performance criteria: “Key people”')
  expect(standards.clause('SFJBA13:PC15.1')?.path).toBe('/standards/sfjba13/pc15.1')
})

test('a clause that completes another carries both lead-ins', () => {
  expect(standards.clause('SFJBA13:PC15.1')?.leadIn).toBe(
    'You must be able to: act as a resource using methods which are:',
  )
  expect(standards.clause('SFJBA13:KU16')?.children).toEqual(['SFJBA13:KU16.1', 'SFJBA13:KU16.2', 'SFJBA13:KU16.3'])
})

test('every standard says plainly how it stands', () => {
  expect(standards.standard('CD-COLLAB')?.statusNote).toMatch(/legacy.*CLDSCCD15.*2023/)
  expect(standards.standard('SFJBA13')?.statusNote).toMatch(/current.*July 2020.*passed/)
  expect(standards.standard('SC-NETWORKS')?.statusNote).toMatch(/no title or unit number/)
})
