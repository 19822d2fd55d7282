/** A stretch of text on a page, in points from the lower left corner. */
export interface Word {
  text: string
  x: number
  right: number
  y: number
  size: number
  bold: boolean
}

/** What stands on one height of a page. */
export interface Row {
  y: number
  size: number
  words: Word[]
  /** From left to right; wide gaps part them. */
  runs: Word[]
}

/** A gap wider than this many times the size of the letters parts two columns. */
const WIDE = 1.5
/** A gap wider than this is a space between words. */
const SPACE = 0.16

/** The rows of a page from top to bottom. */
export function rowsOf(words: Word[]): Row[] {
  const rows: Row[] = []
  for (const word of words.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && Math.abs(row.y - word.y) < 0.4 * Math.max(row.size, word.size)) {
      row.words.push(word)
      row.size = Math.max(row.size, word.size)
    } else rows.push({ y: word.y, size: word.size, words: [word], runs: [] })
  }
  return rows.map((row) => ({ ...row, runs: runsOf(row.words, null) }))
}

/** Joins words to runs; what begins at the gutter begins a run, however near it stands to the column before. */
export function runsOf(words: Word[], gutter: number | null): Word[] {
  const runs: Word[] = []
  for (const word of words.toSorted((a, b) => a.x - b.x)) {
    const run = runs.at(-1)
    const gap = run ? word.x - run.right : 0
    const crosses = gutter !== null && run !== undefined && run.right <= gutter + 2 && word.x >= gutter - 3
    if (!run || crosses || gap > WIDE * word.size) {
      runs.push({ ...word })
      continue
    }
    const spaced = gap > SPACE * word.size && !/\s$/.test(run.text) && !/^\s/.test(word.text)
    run.text += spaced ? ` ${word.text}` : word.text
    run.right = Math.max(run.right, word.right)
    run.bold &&= word.bold
  }
  return runs.map((run) => ({ ...run, text: run.text.replace(/\s+/g, ' ').trim() }))
}
