import { ContentError } from '../content/read-yaml.ts'
import type { Line, Source } from './line.ts'
import type { Log } from './log.ts'
import type { Edit } from './repairs-file.ts'

/** A change of words, with enough around it to be found again in the clause it ends up in. */
export interface Undo {
  after: string
  before: string
}

/** Changes words of a line for a reason that the report gives, and remembers how they were printed. */
export function change(line: Line, before: string, after: string, undo: Undo[]): Line {
  const at = line.text.indexOf(before)
  const text = line.text.slice(0, at) + after + line.text.slice(at + before.length)
  const ahead = /\S*$/.exec(line.text.slice(0, at))?.[0] ?? ''
  const behind = /^\s*\S*/.exec(line.text.slice(at + before.length))?.[0] ?? ''
  undo.push({ after: squash(ahead + after + behind), before: squash(ahead + before + behind) })
  return { ...line, text }
}

export const squash = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The words of a clause as they were printed: what was changed on its lines is changed back. */
export function asPrinted(text: string, undo: Undo[]): string {
  return undo.reduce((words, { after, before }) => (after ? words.replace(after, () => before) : words), text)
}

/** Makes the edits that a person wrote. Each must find its words, on the line it names, and nowhere twice. */
export function makeEdits(
  source: Source,
  edits: Edit[],
  log: Log,
  file: string,
): { lines: Line[]; undo: Map<number, Undo[]> } {
  const undo = new Map<number, Undo[]>()
  const lines = source.lines.map((line) => {
    let now = line
    for (const { before, after, why } of edits.filter((edit) => edit.line === line.n)) {
      const found = now.text.split(before).length - 1
      if (found !== 1)
        throw new ContentError(
          `${file}: line ${line.n} should hold “${before}” once. It holds it ${found === 0 ? 'not at all' : `${found} times`}: “${squash(now.text)}”`,
        )
      const list = undo.get(line.n) ?? []
      undo.set(line.n, list)
      now = change(now, before, after, list)
      log.repair('edit by a person', line.n, before, after, why)
    }
    return now
  })
  for (const { line } of edits)
    if (!source.lines.some(({ n }) => n === line))
      throw new ContentError(
        `${file}: the document has no line ${line} with words on it. --lines shows every line with its number.`,
      )
  return { lines: lines.flatMap(splitAtBreaks), undo }
}

/** An edit may break a line in two; both parts keep its number. */
const splitAtBreaks = (line: Line): Line[] =>
  line.text
    .split('\n')
    .filter((text) => text.trim())
    .map((text) => ({ ...line, text }))
