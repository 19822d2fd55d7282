import { readFileSync, statSync } from 'node:fs'
import { ContentError } from '../content/read-yaml.ts'
import type { Source } from './line.ts'
import type { Log } from './log.ts'
import { readText } from './read-text.ts'

/** The longest standard we have seen is 2 MB, as a PDF with its fonts. */
const LARGEST = 20 * 1024 * 1024

/** Reads a standard as it was downloaded. What it is is told from its bytes, never from its name. */
export async function readSource(file: string, log: Log): Promise<Source> {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) throw new ContentError(`${file} is not there. Is its name spelt right?`)
  if (!stat.isFile()) throw new ContentError(`${file} is a folder. Name one PDF, DOCX or TXT file.`)
  if (stat.size > LARGEST)
    throw new ContentError(
      `${file} has ${Math.round(stat.size / 1024 / 1024)} MB; at most ${LARGEST / 1024 / 1024} MB are read. A single standard has far less: is it one standard, not a whole suite?`,
    )
  if (stat.size === 0) throw new ContentError(`${file} is empty. Download it again.`)
  const bytes = readFileSync(file)
  const refused = whyRefused(bytes)
  if (refused) throw new ContentError(`${file} ${refused}`)
  const source = await read(bytes, file, log)
  if (!source.lines.some((line) => /\p{L}/u.test(line.text)))
    throw new ContentError(`${file} has no words in it. Download it again, or open it and see what it holds.`)
  return source
}

async function read(bytes: Buffer, file: string, log: Log): Promise<Source> {
  if (isPdf(bytes)) return (await import('./read-pdf.ts')).readPdf(bytes, file)
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    return (await import('./read-word.ts')).readWord(bytes, file, log)
  return readText(bytes, log)
}

const isPdf = (bytes: Buffer) => bytes.subarray(0, 1024).includes('%PDF-')

/** Files that are something else, and what to do about them. */
function whyRefused(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 512)
  if (start.subarray(0, 4).toString('hex') === 'd0cf11e0')
    return 'is an old Word document (.doc), or a Word document with a password. Open it in Word and save it as .docx without a password.'
  if (start.subarray(0, 5).toString('latin1') === '{\\rtf') return 'is RTF. Open it in Word and save it as .docx.'
  const words = start.toString('latin1').trimStart().toLowerCase()
  if (/^(\ufeff|ï»¿)?<(!doctype html|html|\?xml)/.test(words))
    return 'is a web page, not the document. Download the PDF or DOCX that the page offers.'
  const wide = /^(fffe|feff)/.test(start.toString('hex'))
  if (!isPdf(bytes) && words.slice(0, 2) !== 'pk' && !wide && start.includes(0))
    return 'is no text: it holds bytes that no letter has. A PDF, DOCX or TXT file is expected.'
  return null
}
