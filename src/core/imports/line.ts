/** One line of a document as it was read: a line of a text, a paragraph in Word, a row of one column in a PDF. */
export interface Line {
  /** Its number, counted from 1 over the whole document: what repairs name and the report shows. */
  n: number
  /** Tabs stand between columns and after the numbers that Word counts. */
  text: string
  /** Blank space stands above it. */
  apart: boolean
  /** It is printed bold, or in a heading's style. */
  bold: boolean
  /** It reaches the right edge of its column, so that the next line may go on with it. */
  full: boolean
  /** From 1; null where the document has no pages. */
  page: number | null
}

/** A document as lines, before anything is made of them. */
export interface Source {
  kind: 'text' | 'Word' | 'PDF'
  lines: Line[]
  /** What stands at the head or foot of pages, outside the text itself. */
  running: { text: string; page: number | null }[]
  /** Lines are broken where the page ends, not where a paragraph does. */
  wrapped: boolean
}
