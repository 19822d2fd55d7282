import { findLeadIn, isKnown, mayBecomeKnown } from './headings.ts'
import type { Line } from './line.ts'
import { type Row, runsOf, type Word } from './pdf-rows.ts'

/** How many rows at the top and the foot of a page may be its head and foot. */
const EDGE = 4

/** A row, and where the text begins beside the column of headings. */
interface Placeable extends Row {
  gutter: number | null
}

/** What stands at the head or the foot of pages, as it is printed. */
export interface Running {
  text: string
  page: number
}

/** Lines in reading order: what stands left of the text is read before the text beside it. */
export function linesOf(pages: Row[][]): { lines: Line[]; running: Running[] } {
  const { kept: text, running } = withoutHeadsAndFeet(pages)
  const kept = withGutters(text)
  const right = Math.max(...kept.flat().flatMap((row) => row.runs.map((run) => run.right)))
  const margin = Math.min(...kept.flat().flatMap((row) => row.runs.map((run) => run.x)))
  const lines = kept.flatMap((rows, page) => {
    const leading = usualStep(rows)
    let above: number | null = null
    return inOrder(rows).map(({ y, runs, beside, gutter }): Omit<Line, 'n'> => {
      const apart = beside || (above !== null && above - y > leading * 1.3)
      if (!beside) above = y
      const reach = Math.max(...runs.map((run) => run.right))
      return {
        text: runs.map((run) => run.text).join('\t'),
        apart,
        bold: runs.every((run) => run.bold),
        full: !beside && reach > right - 0.2 * (right - (gutter ?? margin)),
        page: page + 1,
      }
    })
  })
  return { lines: lines.map((line, i) => ({ n: i + 1, ...line })), running }
}

const textOf = (row: Row) => row.runs.map((run) => run.text).join(' ')

function withoutHeadsAndFeet(pages: Row[][]): { kept: Row[][]; running: Running[] } {
  const edges = pages.map((rows) => new Set([...rows.slice(0, EDGE), ...rows.slice(-EDGE)]))
  const like = (row: Row) =>
    textOf(row)
      .replace(/\d+$|^\d+\s|\d+ of \d+/g, '#')
      .replace(/\s+/g, ' ')
  const seen = new Map<string, number>()
  for (const rows of edges) for (const text of new Set([...rows].map(like))) seen.set(text, (seen.get(text) ?? 0) + 1)
  const isRunning = (row: Row, page: number) => {
    if (!edges[page]?.has(row)) return false
    const rows = pages[page] ?? []
    const at = rows.indexOf(row)
    const above = rows[at - 1]
    if (/^(page )?\d{1,3}( ?(of|\/) ?\d+)?$/i.test(textOf(row)))
      return (at === 0 || at === rows.length - 1) && !(above && isKnown(textOf(above)))
    const known = row.runs.some((run) => isKnown(run.text) || findLeadIn(run.text))
    return !known && (seen.get(like(row)) ?? 0) >= Math.max(2, pages.length / 2)
  }
  const running = pages.flatMap((rows, page) =>
    rows.filter((row) => isRunning(row, page)).map((row) => ({ text: textOf(row), page: page + 1 })),
  )
  return { kept: pages.map((rows, page) => rows.filter((row) => !isRunning(row, page))), running }
}

/** Headings stand in a column of their own where text begins beside one of them; it goes on until another says otherwise. */
function withGutters(pages: Row[][]): Placeable[][] {
  const found = pages.map((rows) =>
    rows.map(({ runs: [first, second] }) => {
      const heads = first && second && (mayBecomeKnown(first.text) || findLeadIn(first.text)?.rest === '')
      return heads && first.text.length > 4 ? second.x - 2 : null
    }),
  )
  const inside = found.flat().filter((x) => x !== null)
  let gutter = inside.length ? Math.min(...inside) : null
  return pages.map((rows, page) =>
    rows.map((row, i) => {
      gutter = found[page]?.[i] ?? gutter
      return { ...row, gutter, runs: runsOf(row.words, gutter) }
    }),
  )
}

interface Placed {
  y: number
  runs: Word[]
  /** It stands in the column of headings. */
  beside: boolean
  gutter: number | null
}

function inOrder(rows: Placeable[]): Placed[] {
  const placed: Placed[] = []
  let block: Placed | null = null
  let below = 0
  for (const { y, size, runs, gutter } of rows) {
    if (gutter === null) {
      placed.push({ y, runs, gutter, beside: false })
      continue
    }
    const own = runs.filter((run) => run.right <= gutter + 2)
    const rest = runs.filter((run) => !own.includes(run))
    const crosses = rest.some((run) => run.x < gutter - 3)
    const text = own.map((run) => run.text).join(' ')
    const said: string = block ? block.runs.map((run) => run.text).join(' ') : ''
    const goesOn: boolean = block !== null && below - y < 1.7 * size && joins(said, text)
    if (!own.length || crosses || (!rest.length && !goesOn && !mayBecomeKnown(text) && !isKnown(text))) {
      if (crosses || !rest.length) block = null
      placed.push({ y, runs, gutter, beside: false })
      continue
    }
    if (block && goesOn) block.runs = [oneRun([...block.runs, ...own])]
    else {
      block = { y, runs: [oneRun(own)], gutter, beside: true }
      placed.push(block)
    }
    below = y
    if (rest.length) placed.push({ y, runs: rest, gutter, beside: false })
  }
  return placed
}

/** Whether a line in the column of headings goes on with the one above it. */
function joins(said: string, text: string): boolean {
  if (mayBecomeKnown(`${said} ${text}`)) return true
  return !isKnown(said) && !isKnown(text) && !findLeadIn(said) && !mayBecomeKnown(text)
}

const oneRun = (runs: Word[]): Word => ({
  ...(runs[0] as Word),
  text: runs.map((run) => run.text).join(' '),
  bold: runs.every((run) => run.bold),
})

/** The usual distance from one row of text to the next. */
function usualStep(rows: Placeable[]): number {
  const text = rows.filter(({ gutter, runs }) => gutter === null || runs.some((run) => run.right > gutter + 2))
  const steps = text.slice(1).map((row, i) => (text[i]?.y ?? row.y) - row.y)
  const sorted = steps.filter((step) => step > 0).sort((a, b) => a - b)
  // Of a list with space between its clauses the smaller steps are those within a clause.
  return sorted[Math.floor(sorted.length * 0.25)] ?? 0
}
