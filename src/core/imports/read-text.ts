import type { Line, Source } from './line.ts'
import type { Log } from './log.ts'
import { linesOf } from './pdf-columns.ts'
import { rowsOf, type Word } from './pdf-rows.ts'

/** Lines of a text that is broken at the page's edge are about as long as each other, and not longer than this. */
const PAGE_WIDTH = 130

/** Reads a text file: UTF-8 or UTF-16 with or without a mark, else Windows-1252; any line ends; form feeds end pages. */
export function readText(bytes: Buffer, log: Log): Source {
  const rows = decode(bytes, log).split(/\r\n|\n|\r/)
  if (isLaidOut(rows)) return { kind: 'text', ...linesOf(pagesOf(rows)), wrapped: true }
  const wrapped = isWrapped(rows)
  const longest = Math.max(...rows.map((row) => row.trimEnd().length))
  const hasPages = rows.some((row) => row.includes('\f'))
  let page = 1
  let blank = false
  const lines: Line[] = []
  rows.forEach((row, i) => {
    page += row.match(/\f/g)?.length ?? 0
    const text = row.replaceAll('\f', '')
    if (text.trim())
      lines.push({
        n: i + 1,
        text,
        apart: blank,
        bold: false,
        full: wrapped && text.trimEnd().length > longest * 0.7,
        page: hasPages ? page : null,
      })
    blank = !text.trim()
  })
  return { kind: 'text', lines, running: [], wrapped }
}

function decode(bytes: Buffer, log: Log): string {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes)
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    log.repair('encoding', 1, 'bytes that are not UTF-8', 'read as Windows-1252', 'what Windows programs write')
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Whether long lines often go on in the next, as they do when a program broke them. */
function isWrapped(rows: string[]): boolean {
  const longest = Math.max(...rows.map((row) => row.trimEnd().length))
  const goOn = rows.filter((row, i) => row.trimEnd().length > longest * 0.75 && /^\s*\p{Ll}/u.test(rows[i + 1] ?? ''))
  return longest <= PAGE_WIDTH && longest >= 40 && goOn.length >= 3
}

/** Columns that are kept apart by spaces, as a program prints that copies the look of a page. */
const COLUMNS = /\S {3,}\S/
const isLaidOut = (rows: string[]): boolean => {
  const filled = rows.filter((row) => row.trim())
  const laid = filled.filter((row) => COLUMNS.test(row.trim()))
  return laid.length >= 4 && laid.length > filled.length * 0.1
}

/** Sizes of a letter and of a line, as on a page of typing. */
const [WIDE, HIGH] = [6, 12]

/** The words of such a text by where they stand, so that its columns are read as a PDF's are. */
const pagesOf = (rows: string[]) =>
  rows
    .join('\n')
    .split('\f')
    .map((page) =>
      rowsOf(
        page.split('\n').flatMap((row, i) =>
          [...row.matchAll(/\S+(?: {1,2}\S+)*/g)].map(({ 0: text, index }): Word => {
            const x = index * WIDE
            return { text, x, right: x + text.length * WIDE, y: -i * HIGH, size: HIGH, bold: false }
          }),
        ),
      ),
    )
    .filter((page) => page.length > 0)
