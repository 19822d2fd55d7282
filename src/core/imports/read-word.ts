import { ContentError } from '../content/read-yaml.ts'
import type { Line, Source } from './line.ts'
import type { Log } from './log.ts'
import { COUNTED, writeOutNumbers } from './word-numbers.ts'

/** What mammoth reads out of a Word document, as far as it is used here. */
interface Element {
  type: string
  value?: string
  children?: Element[]
  isBold?: boolean
  styleName?: string | null
  breakType?: string
}
interface Paragraph {
  text: string
  bold: boolean
}

/** Reads a Word document: paragraphs in order, a table row by row, the numbers of lists as Word prints them. */
export async function readWord(bytes: Buffer, file: string, log: Log): Promise<Source> {
  const broken = new ContentError(
    `${file} can't be opened as a Word document: it is damaged, or no .docx. Download it again, or save it anew from Word.`,
  )
  const { default: JSZip } = await import('jszip')
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw broken
  })
  const part = async (name: string) => (await zip.file(name)?.async('string')) ?? ''
  const document = await part('word/document.xml')
  if (!document)
    throw new ContentError(
      `${file} is a zip file without a Word document in it. Unpack it and name the .docx or PDF inside.`,
    )
  const numbering = await part('word/numbering.xml')
  zip.file('word/document.xml', writeOutNumbers(document, numbering, await part('word/styles.xml')))
  const running = await Promise.all(
    Object.keys(zip.files)
      .filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name))
      .sort()
      .map(part),
  )
  const { default: mammoth } = await import('mammoth')
  let root: Element | undefined
  const buffer = await zip.generateAsync({ type: 'nodebuffer' })
  await mammoth.convertToHtml({ buffer }, { transformDocument: (element) => (root = element) }).catch(() => {
    throw broken
  })
  if (/<w:(ins|del) /.test(document))
    log.doubt(
      'tracked changes',
      1,
      '',
      'the document holds changes that nobody accepted or refused; they were read as accepted',
    )
  const paragraphs = root ? blocks(root) : []
  return {
    kind: 'Word',
    lines: toLines(paragraphs),
    running: running.flatMap(headLines).map((text) => ({ text, page: null })),
    wrapped: false,
  }
}

/** The paragraphs of a page's head or foot. */
const headLines = (xml: string): string[] =>
  xml
    .split('</w:p>')
    .map((p) =>
      [...p.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\b/g)].map((m) => (m[2] ? '\t' : m[1])).join(''),
    )
    .map((text) =>
      text
        .replace(/&amp;/g, '&')
        .replace(/&apos;/g, "'")
        .replace(/&quot;/g, '"')
        .trim(),
    )
    .filter(Boolean)

function toLines(paragraphs: Paragraph[]): Line[] {
  const lines: Line[] = []
  let blank = false
  for (const { text, bold } of paragraphs.flatMap((p) => p.text.split('\n').map((text) => ({ ...p, text })))) {
    if (text.trim()) lines.push({ n: lines.length + 1, text, apart: blank, bold, full: false, page: null })
    blank = !text.trim()
  }
  return lines
}

function blocks(element: Element): Paragraph[] {
  if (element.type === 'paragraph') return [toParagraph(element)]
  if (element.type === 'tableRow') return rowOf((element.children ?? []).map((cell) => filled(blocks(cell))))
  return (element.children ?? []).flatMap(blocks)
}

const filled = (paragraphs: Paragraph[]) => paragraphs.filter(({ text }) => text.trim())

/** A row of short cells is one line; where a cell has more, the cells follow each other. */
function rowOf(cells: Paragraph[][]): Paragraph[] {
  const [first = [], ...others] = cells.filter((cell) => cell.length > 0)
  const rest = others.flat()
  const [head, next, ...more] = [...first, ...rest]
  if (first.length !== 1 || !head || !next) return [...first, ...rest]
  return [{ text: `${head.text.trim()}\t${next.text.trim()}`, bold: head.bold && next.bold }, ...more]
}

function toParagraph(element: Element): Paragraph {
  const runs = runsIn(element, false)
  const text = runs.map((run) => run.text).join('')
  const words = runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text) && !run.text.startsWith(COUNTED.start))
  const isHeading = /^(heading|title|subtitle)/i.test(element.styleName ?? '')
  const counted = new RegExp(`${COUNTED.start}(.*?)${COUNTED.end}\\s*`)
  return {
    text: text.replace(counted, '$1\t'),
    bold: isHeading || (words.length > 0 && words.every((run) => run.bold)),
  }
}

function runsIn(element: Element, bold: boolean): { text: string; bold: boolean }[] {
  if (element.type === 'text') return [{ text: element.value ?? '', bold }]
  if (element.type === 'tab') return [{ text: '\t', bold }]
  if (element.type === 'break') return [{ text: '\n', bold }]
  return (element.children ?? []).flatMap((child) => runsIn(child, bold || element.isBold === true))
}
