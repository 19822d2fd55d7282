import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkWords } from '#core/imports/check-words.ts'
import { importStandard } from '#core/imports/import-standard.ts'
import { Log } from '#core/imports/log.ts'
import { toStandard } from '#core/standards/standard.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { EXPECTED, INVENTED } from './invented.ts'
import { oneColumn, twoColumns } from './make-pdf.ts'
import { laidOut, plainLines, windowsText, wrappedText } from './make-text.ts'
import { countedLists, restartedLists, tables } from './make-word.ts'

const folder = temporaryFolder()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const LAYOUTS: [name: string, make: () => Buffer | Promise<Buffer>][] = [
  ['a PDF in two columns with heads and feet', () => twoColumns(browser)],
  ['a PDF in one column', () => oneColumn(browser)],
  ['a Word document whose numbers Word counts', countedLists],
  ['a Word document of tables', tables],
  ['a text in UTF-8', () => Buffer.from(plainLines().join('\n'))],
  ['a text as Windows saves it', windowsText],
  ['a text that keeps the look of two columns', laidOut],
  ['a text broken at 72 letters, with feet of pages', wrappedText],
]

test.for(LAYOUTS)('%s gives every clause as it is', async ([name, make]) => {
  const file = join(folder, `${name.replaceAll(' ', '-')}.bin`)
  writeFileSync(file, await make())
  const { definition, log } = await importStandard(file)
  expect([definition.id, definition.title]).toEqual([INVENTED.urn, INVENTED.title])
  expect(log.doubts.filter((d) => d.weight !== 'look')).toEqual([])
  if (name.startsWith('a PDF')) expect(log.repairs.map((r) => r.kind)).toContain('word broken over lines')
  const { clauses } = toStandard(definition, {})
  // A fact of the document may stand at its top too.
  const made = clauses.filter((c) => c.uid !== `${INVENTED.urn}:DetailsURN`).map((c) => [c.heading, c.short, c.text])
  expect(made).toEqual(EXPECTED)
  expect(clauses.find((c) => c.short === 'P3.2')?.parent).toBe(`${INVENTED.urn}:P3`)
})

test('plain numbers that Word counts begin at 1 again where it says so, and carry the list they belong to', async () => {
  const file = join(folder, 'restarted.docx')
  writeFileSync(file, await restartedLists())
  const { definition, log } = await importStandard(file)
  expect(log.doubts.filter((d) => d.weight !== 'look')).toEqual([])
  const labels = [...INVENTED.performance, ...INVENTED.knowledge].flatMap((g) => g.clauses.map(([label]) => label))
  expect(toStandard(definition, {}).clauses.map((c) => c.short)).toEqual(
    labels.map((label) => label.replace('P', 'PC ').replace('K', 'KU ')),
  )
})

test('a line that is left out of the clauses stops the import', () => {
  const log = new Log()
  const line = (n: number, text: string) => ({ n, text, apart: false, bold: false, full: false, page: null })
  log.used.push({ line: 1, text: 'one two' }, { line: 2, text: 'three' })
  checkWords([line(1, 'One, two'), line(2, 'three four')], log)
  expect(log.doubts).toEqual([expect.objectContaining({ kind: 'words lost', line: 2, weight: 'mend' })])
})
