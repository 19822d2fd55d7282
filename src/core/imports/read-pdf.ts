import type { PDFPageProxy } from 'unpdf/pdfjs'
import { ContentError } from '../content/read-yaml.ts'
import type { Source } from './line.ts'
import { linesOf } from './pdf-columns.ts'
import { type Row, rowsOf, type Word } from './pdf-rows.ts'

/** Reads a PDF by where its words stand on the page, not by the order in which the file holds them. */
export async function readPdf(bytes: Buffer, file: string): Promise<Source> {
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: Error) => {
    throw new ContentError(
      error.name === 'PasswordException'
        ? `${file} is locked with a password. Open it, print it to a new PDF without a password, and import that.`
        : `${file} can't be opened as a PDF: it is damaged or cut short. Download it again.`,
    )
  })
  const pages: Row[][] = []
  try {
    for (let number = 1; number <= pdf.numPages; number++) pages.push(rowsOf(await wordsOf(await pdf.getPage(number))))
  } catch {
    throw new ContentError(`${file} is damaged: page ${pages.length + 1} can't be read. Download it again.`)
  } finally {
    await pdf.loadingTask.destroy()
  }
  if (!pages.some((rows) => rows.length))
    throw new ContentError(
      `${file} holds pictures of its ${pages.length === 1 ? 'page' : `${pages.length} pages`} and no text. Look for a PDF or DOCX with text in it, or let a program for text recognition make one and check every word.`,
    )
  return { kind: 'PDF', ...linesOf(pages), wrapped: true }
}

async function wordsOf(page: PDFPageProxy): Promise<Word[]> {
  const { items } = await page.getTextContent()
  // Fonts have their names only after the page was gone through.
  await page.getOperatorList()
  const isBold = (font: string): boolean => {
    const named: { name?: string; bold?: boolean } | null = page.commonObjs.has(font) ? page.commonObjs.get(font) : null
    return named?.bold === true || /bold|black|heavy|demi/i.test(named?.name ?? '')
  }
  return items.flatMap((item) => {
    if (!('str' in item) || !item.str.trim()) return []
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[]
    const size = Math.hypot(a, b)
    // Text that runs up the side of a page is decoration.
    if (Math.abs(b) > Math.abs(a)) return []
    return [{ text: item.str, x, right: x + item.width, y, size, bold: isBold(item.fontName) }]
  })
}
