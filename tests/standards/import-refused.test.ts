import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importStandard } from '#core/imports/import-standard.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { oneColumn, pictureOnly } from './make-pdf.ts'
import { countedLists } from './make-word.ts'

const folder = temporaryFolder()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The smallest PDF that asks for a password which nobody here has. */
const LOCKED = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/O<${'28'.repeat(32)}>/U<${'41'.repeat(32)}>/P -1>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<${'61'.repeat(16)}><${'61'.repeat(16)}>]>>
%%EOF`

const FILES: [what: string, make: () => Buffer | string | Promise<Buffer>, says: RegExp][] = [
  ['an empty file', () => '', /is empty\. Download it again/],
  ['white space', () => ' \n\f\n', /has no words in it/],
  [
    'a PDF that is cut short',
    async () => (await oneColumn(browser)).subarray(0, 3000),
    /(can't be opened as a PDF|is damaged|no text)/,
  ],
  [
    'no PDF, though it says so',
    () => '%PDF-1.7 and nothing else',
    /can't be opened as a PDF: it is damaged or cut short/,
  ],
  ['a PDF with a password', () => LOCKED, /locked with a password\. Open it, print it to a new PDF/],
  [
    'a PDF of pictures',
    () => pictureOnly(browser),
    /pictures of its page and no text\. Look for a PDF or DOCX with text/,
  ],
  [
    'a Word document that is cut short',
    async () => (await countedLists()).subarray(0, 2000),
    /can't be opened as a Word document/,
  ],
  [
    'a zip that is no document',
    () => new JSZip().file('a.txt', 'a').generateAsync({ type: 'nodebuffer' }),
    /zip file without a Word document/,
  ],
  [
    'a Word document whose text is no XML',
    () => new JSZip().file('word/document.xml', '<w:document').generateAsync({ type: 'nodebuffer' }),
    /can't be opened as a Word document/,
  ],
  ['an old Word document', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Word document.*save it as \.docx/],
  ['RTF', () => '{\\rtf1 words}', /is RTF\. Open it in Word/],
  ['a web page', () => '<!DOCTYPE html><p>words', /is a web page.*Download the PDF or DOCX/],
  ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /is no text/],
]

test.for(FILES)('%s is refused with words that help', async ([what, make, says]) => {
  const file = join(folder, `${what.replaceAll(' ', '-')}.pdf`)
  writeFileSync(file, await make())
  await expect(importStandard(file)).rejects.toThrow(says)
})

test('a file that is far too large is refused before it is read, a folder and nothing too', async () => {
  const file = join(folder, 'large.pdf')
  writeFileSync(file, '%PDF-1.7')
  truncateSync(file, 50 * 1024 * 1024)
  await expect(importStandard(file)).rejects.toThrow(
    /has 50 MB; at most 20 MB are read.*one standard, not a whole suite/,
  )
  await expect(importStandard(folder)).rejects.toThrow(/is a folder/)
  await expect(importStandard(join(folder, 'none.pdf'))).rejects.toThrow(/is not there/)
})
