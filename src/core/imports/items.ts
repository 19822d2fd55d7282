import type { Context, Piece } from './draft.ts'
import { findInside, type Label, readLabel, type Style, styleOf } from './label.ts'

/** A stretch of a list with its label, where it has one. */
export interface Item extends Piece {
  label: Label | null
}

/** Reads the labels of a list; parts numbers that ran into the clause before, and joins numbers to words that stand apart. */
export function readItems(pieces: Piece[], context: Context): Item[] {
  const style = styleOf(pieces.map((p) => p.text))
  const read = pieces.map((piece): Item => {
    const found = readLabel(piece.text, style ?? 'dot')
    return found ? { ...piece, text: found.rest, label: found.label } : { ...piece, label: null }
  })
  const whole = withLoneLabels(style === 'bare' ? inOrder(read, pieces) : read, context)
  return style ? partRunTogether(whole, style, context) : whole
}

/** A bare number counts as one only where it is the next; “within⏎14 days” has a number of its own. */
export function inOrder(items: Item[], pieces: Piece[]): Item[] {
  let last = 0
  return items.map((item, i) => {
    if (item.label?.kind !== 'top') return item
    const number = Number(item.label.number)
    const isNext = number > last && number <= last + 5
    const restarts = number === 1 || number === last
    if (isNext || number === 1) last = number
    return isNext || restarts ? item : { ...(pieces[i] as Piece), label: null }
  })
}

const isLone = (item: Item | undefined): boolean => item !== undefined && item.label !== null && item.text === ''

/** A number on a line of its own goes with the words on the next; a column of numbers goes with as many lines of words. */
function withLoneLabels(items: Item[], { log }: Context): Item[] {
  const out: Item[] = []
  for (let i = 0; i < items.length; ) {
    const item = items[i] as Item
    if (!isLone(item)) {
      out.push(item)
      i++
      continue
    }
    let end = i
    while (isLone(items[end])) end++
    const labels = items.slice(i, end)
    let after = end
    while (items[after] && items[after]?.label === null && (labels.length > 1 || after < end + 1)) after++
    const words = items.slice(end, after)
    if (words.length === labels.length)
      words.forEach((w, k) => {
        const label = labels[k] as Item
        log.used.push({ line: label.line, text: label.label?.raw ?? '' })
        out.push({ ...w, label: label.label && { ...label.label, raw: '' }, apart: label.apart })
      })
    else {
      const [first, last] = [labels[0], labels.at(-1)]
      log.doubt(
        'numbers apart from words',
        item.line,
        `${first?.label?.raw} to ${last?.label?.raw}`,
        `${labels.length} numbers stand together, and ${words.length} lines of words after them, so which belongs to which can’t be told. If this text was copied out of a PDF, import the PDF itself`,
        'mend',
      )
      out.push(...words.map((w, k) => ({ ...w, label: labels[k]?.label ?? null })))
    }
    i = Math.max(after, end)
  }
  return out
}

/** Parts “…objectives9. offer advice” where 9 is the next number and begins no line of its own. */
function partRunTogether(items: Item[], style: Style, { log }: Context): Item[] {
  const starts = new Set(items.flatMap(({ label }) => (label?.kind === 'top' ? [Number(label.number)] : [])))
  const out: Item[] = []
  let last = 0
  let prefix = ''
  for (const item of items) {
    if (item.label?.kind === 'top') {
      last = Number(item.label.number)
      prefix = item.label.prefix
    }
    let now: Item = item
    for (;;) {
      const found = starts.has(last + 1) || last === 0 ? null : findInside(now.text, style, prefix, last + 1)
      if (!found) break
      const before = now.text.slice(0, found.at).trim()
      const raw = now.text.slice(found.at, found.end).trim()
      const text = now.text.slice(found.end)
      log.repair(
        'clauses run together',
        item.line,
        `${before.slice(-30)}${now.text.slice(found.at, found.end)}${text.slice(0, 30)}`,
        `${before.slice(-30)} ⏎ ${raw} ${text.slice(0, 30)}`,
        `${last + 1} is the next number and stands nowhere else`,
      )
      out.push({ ...now, text: before })
      last++
      now = { ...now, text, apart: false, label: { raw, prefix, number: String(last), kind: 'top' } }
    }
    out.push(now)
  }
  return out
}
