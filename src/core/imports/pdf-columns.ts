import { findLeadIn, isKnown, mayBecomeKnown } from './headings.ts'
import type { Line } from './line.ts'
import type { Row, Word } from './pdf-rows.ts'

/** How many rows at the top and the foot of a page may be its head and foot. */
const EDGE = 4

/** Lines in reading order: what stands left of the text is read before the text beside it. */
export function linesOf(pages: Row[][]): { lines: Line[]; running: string[] } {
  const { kept, running } = withoutHeadsAndFeet(pages)
  const gutter = findGutter(kept)
  const right = Math.max(...kept.flat().flatMap((row) => row.runs.map((run) => run.right)))
  const left = gutter ?? Math.min(...kept.flat().flatMap((row) => row.runs.map((run) => run.x)))
  const lines = kept.flatMap((rows, page) => {
    const leading = usualStep(rows, gutter)
    let above: number | null = null
    return inOrder(rows, gutter).map(({ y, runs, beside }): Omit<Line, 'n'> => {
      const apart = beside || (above !== null && above - y > leading * 1.3)
      if (!beside) above = y
      const reach = Math.max(...runs.map((run) => run.right))
      return {
        text: runs.map((run) => run.text).join('\t'),
        apart,
        bold: runs.every((run) => run.bold),
        full: !beside && reach > right - 0.2 * (right - left),
        page: page + 1,
      }
    })
  })
  return { lines: lines.map((line, i) => ({ n: i + 1, ...line })), running }
}

const textOf = (row: Row) => row.runs.map((run) => run.text).join(' ')

function withoutHeadsAndFeet(pages: Row[][]): { kept: Row[][]; running: string[] } {
  const edges = pages.map((rows) => new Set([...rows.slice(0, EDGE), ...rows.slice(-EDGE)]))
  const like = (row: Row) =>
    textOf(row)
      .replace(/\d+$|^\d+\s|\d+ of \d+/g, '#')
      .replace(/\s+/g, ' ')
  const seen = new Map<string, number>()
  for (const rows of edges) for (const text of new Set([...rows].map(like))) seen.set(text, (seen.get(text) ?? 0) + 1)
  const isRunning = (row: Row, page: number) => {
    if (!edges[page]?.has(row)) return false
    if (/^(page )?\d+( ?(of|\/) ?\d+)?$/i.test(textOf(row))) return true
    const known = row.runs.some((run) => isKnown(run.text) || findLeadIn(run.text))
    return !known && (seen.get(like(row)) ?? 0) >= Math.max(2, pages.length / 2)
  }
  const running = pages.flatMap((rows, page) => rows.filter((row) => isRunning(row, page)).map((row) => like(row)))
  const kept = pages.map((rows, page) => rows.filter((row) => !isRunning(row, page)))
  return { kept, running: [...new Set(running.map((text) => text.replaceAll('#', '').trim()).filter(Boolean))] }
}

/** Where the text begins, when headings stand in a column of their own to its left. */
function findGutter(pages: Row[][]): number | null {
  const starts = pages.flat().flatMap(({ runs }) => {
    const [first, second] = runs
    const heads = first && second && (isKnown(first.text) || findLeadIn(first.text)?.rest === '')
    return heads ? [second.x] : []
  })
  return starts.length ? Math.min(...starts) - 2 : null
}

interface Placed {
  y: number
  runs: Word[]
  /** It stands in the column of headings. */
  beside: boolean
}

function inOrder(rows: Row[], gutter: number | null): Placed[] {
  if (gutter === null) return rows.map(({ y, runs }) => ({ y, runs, beside: false }))
  const placed: Placed[] = []
  let block: Placed | null = null
  let below = 0
  for (const { y, size, runs } of rows) {
    const own = runs.filter((run) => run.right <= gutter + 2)
    const rest = runs.filter((run) => !own.includes(run))
    const crosses = rest.some((run) => run.x < gutter - 3)
    const text = own.map((run) => run.text).join(' ')
    const said: string = block ? block.runs.map((run) => run.text).join(' ') : ''
    const goesOn: boolean = block !== null && below - y < 1.7 * size && joins(said, text)
    if (!own.length || crosses || (!rest.length && !goesOn && !mayBecomeKnown(text) && !isKnown(text))) {
      if (crosses || !rest.length) block = null
      placed.push({ y, runs, beside: false })
      continue
    }
    if (block && goesOn) block.runs = [oneRun([...block.runs, ...own])]
    else {
      block = { y, runs: [oneRun(own)], beside: true }
      placed.push(block)
    }
    below = y
    if (rest.length) placed.push({ y, runs: rest, beside: false })
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
function usualStep(rows: Row[], gutter: number | null): number {
  const text = rows.filter((row) => gutter === null || row.runs.some((run) => run.right > gutter + 2))
  const steps = text.slice(1).map((row, i) => (text[i]?.y ?? row.y) - row.y)
  const sorted = steps.filter((step) => step > 0).sort((a, b) => a - b)
  // Of a list with space between its clauses the smaller steps are those within a clause.
  return sorted[Math.floor(sorted.length * 0.25)] ?? 0
}
