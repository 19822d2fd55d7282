import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Imported, importStandard } from '#core/imports/import-standard.ts'
import { repairsFile } from '#core/imports/repairs-file.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { plainLines } from './make-text.ts'

const folder = temporaryFolder()

/** The invented standard with some of its lines changed, imported. */
async function changed(change: (text: string) => string, repairs: object = {}): Promise<Imported> {
  const file = join(folder, 'changed.txt')
  const before = plainLines().join('\n')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(file, after)
  return importStandard(file, { repairs: repairsFile.parse(repairs), repairsName: 'repairs.yaml' })
}
const doubts = ({ log }: Imported, weight: string) => log.doubts.filter((d) => d.weight === weight)
const texts = ({ definition }: Imported) =>
  definition.sections.flatMap((s) => s.groups.flatMap((g) => g.clauses.map((c) => `${c.id} ${c.text}`)))

test('a number that is missing stops the import, and no number moves up', async () => {
  const made = await changed((text) => text.replace(/^P5 .*\n/m, ''))
  expect(doubts(made, 'stop')).toEqual([
    expect.objectContaining({ kind: 'numbers missing', words: '4 is followed by 6' }),
  ])
  expect(texts(made).filter((t) => /^P[456] /.test(t))).toHaveLength(2)
  expect(texts(made)).toContain('P6 review what was agreed, within 14 days of a complaint')
})

test('two lines for one missing number are never shared out by guess', async () => {
  const made = await changed((text) => text.replace(/^P5 /m, 'put rakes away\n'))
  expect(doubts(made, 'mend')[0]).toMatchObject({ kind: 'numbers missing' })
})

test('a number that comes twice has to be mended', async () => {
  const made = await changed((text) => text.replace(/^P5 /m, 'P4 '))
  expect(doubts(made, 'mend').map((d) => d.kind)).toContain('number twice')
})

test('one line for one missing number is given it, and the report says why', async () => {
  const made = await changed((text) => text.replace(/^P5 /m, ''))
  expect(doubts(made, 'mend')).toEqual([])
  expect(made.log.repairs).toContainEqual(expect.objectContaining({ kind: 'number lost', after: 'performance 5' }))
  expect(texts(made).find((t) => t.startsWith('P5 '))).toMatch(/^P5 work with others to share water/)
})

test('clauses that ran together are parted where the next number stands, and only there', async () => {
  const made = await changed((text) => text.replace(/\nP5 /, 'P5 '))
  expect(made.log.repairs.map((r) => r.kind)).toContain('clauses run together')
  expect(
    texts(made)
      .filter((t) => /^P[45] /.test(t))
      .map((t) => t.slice(0, 20)),
  ).toEqual(['P4 agree with people', 'P5 work with others '])
  const named = await changed((text) => text.replace('rules of the site', 'rules (see P4 below)'))
  expect(texts(named).find((t) => t.startsWith('P3 '))).toContain('rules (see P4 below) are')
})

test('a heading that nobody knows is a doubt, and its words are listed', async () => {
  const made = await changed((text) => text.replace('K1 legal', 'Evidence requirements\nRights again\nK1 legal'))
  expect(doubts(made, 'stop').map((d) => [d.kind, d.words])).toContainEqual([
    'heading without clauses',
    'Evidence requirements',
  ])
  expect(made.log.asides).toContainEqual(expect.objectContaining({ text: 'Evidence requirements' }))
})

test('a lost letter, a lost word and a clause that breaks off are left as printed and pointed out', async () => {
  const made = await changed((text) =>
    text
      .replace('their preferences and needs', 'thei preferences needs')
      .replace('beds are far from the tap', 'beds are far from the'),
  )
  const looks = doubts(made, 'look').map((d) => [d.kind, d.words])
  expect(looks).toContainEqual(['strange word', 'thei'])
  expect(looks).toContainEqual(['clause without an end', expect.stringContaining('far from the')])
  expect(texts(made).find((t) => t.startsWith('P2 '))).toContain('thei preferences needs')
})

test('numbers in a column of their own, as copied from a PDF, are not matched by guess', async () => {
  const column = 'P4\nP5\nP6\nagree how tools\nare lent and how\nthey are brought back'
  const made = await changed((text) => text.replace(/^P4 [\s\S]*?^P6 .*$/m, `${column}\nand when`))
  expect(doubts(made, 'mend')[0]).toMatchObject({
    kind: 'numbers apart from words',
    why: expect.stringContaining('import the PDF itself'),
  })
})

test('a text that is no standard is told apart', async () => {
  const made = await changed(() => 'Dear all,\nthe meeting is on Tuesday.\nPlease bring a chair.\n')
  expect(doubts(made, 'mend').map((d) => d.kind)).toEqual(
    expect.arrayContaining(['no number', 'no performance', 'no knowledge']),
  )
})

test('an edit changes what it names, keeps the words as printed, and fails where it doesn’t fit', async () => {
  const spoil = (text: string) => text.replace('support people', 'suport people')
  const line = plainLines().findIndex((l) => l.startsWith('P2 ')) + 1
  const edit = { line, before: 'suport', after: 'support', why: 'a letter is lost' }
  const { definition, log } = await changed(spoil, { edits: [edit] })
  const clause = definition.sections.flatMap((s) => s.groups.flatMap((g) => g.clauses)).find((c) => c.id === 'P2')
  expect(clause).toMatchObject({
    text: expect.stringMatching(/^support people/),
    printed: expect.stringMatching(/^suport people/),
  })
  expect(log.repairs).toContainEqual(expect.objectContaining({ kind: 'edit by a person', why: 'a letter is lost' }))
  await expect(changed(spoil, { edits: [{ ...edit, before: 'suporting' }] })).rejects.toThrow(
    /repairs\.yaml: line \d+ should hold “suporting” once\. It holds it not at all/,
  )
  await expect(changed(spoil, { edits: [{ ...edit, line: 9999 }] })).rejects.toThrow(/no line 9999/)
  await expect(changed(spoil, { clauses: { Nothing1: { id: 'Mine' } } })).rejects.toThrow(/made no clause Nothing1/)
})

test('numbers that begin anew under each element carry the element', async () => {
  const made = await changed((text) =>
    text
      .replace('Find out what', 'Element 1 Find out what')
      .replace('Share tools and water\n', 'Element 2 Share tools and water\n')
      .replace(/^P([456]) /gm, (_, n) => `P${Number(n) - 3} `),
  )
  expect([...doubts(made, 'mend'), ...doubts(made, 'stop')]).toEqual([])
  expect(
    texts(made)
      .filter((t) => t.startsWith('Element'))
      .map((t) => t.split(' ')[0]),
  ).toEqual(['OneP1', 'OneP2', 'OneP3', 'OneP3.1', 'OneP3.2', 'TwoP1', 'TwoP2', 'TwoP3'].map((id) => `Element${id}`))
})
