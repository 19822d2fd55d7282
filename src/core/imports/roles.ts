import type { Context } from './draft.ts'
import { plain } from './headings.ts'
import type { Item } from './items.ts'
import { isUnfinished, startsHigh, startsLow } from './words.ts'

/** What a line of a list is. */
export type Role = { is: 'heading' | 'more of a heading' | 'more' | 'point' } | { is: 'clause'; number: string }

/**
 * Says of every line of a list whether it is a clause, a point under one, a heading, or more of what stands above it.
 * A number that is missing is given only where the numbers around it leave exactly as many places as there are lines.
 */
export function rolesOf(
  items: Item[],
  { list, known, before }: { list: 'performance' | 'knowledge'; known: Set<string>; before: number },
  context: Context,
): Role[] {
  const roles: Role[] = new Array(items.length)
  const tops = items.flatMap((item, i) => (item.label?.kind === 'top' ? [i] : []))
  const written = tops.filter((i) => items[i]?.text)
  const low = written.filter((i) => startsLow(items[i]?.text ?? '')).length
  const habit: Habit = {
    low: written.length === 0 || low / written.length >= 0.8,
    bold: tops.filter((i) => items[i]?.bold).length > tops.length / 2,
    known,
  }
  for (const i of items.keys()) {
    const label = items[i]?.label
    if (label && label.kind !== 'top') roles[i] = { is: 'point' }
    if (label?.kind === 'top') roles[i] = { is: 'clause', number: label.number }
  }
  checkOrder(items, tops, list, context)
  const starts = startsOfElements(items)
  let from = 0
  let last = 0
  const first = items[tops[0] ?? -1]
  if (before > 0 && Number(first?.label?.number) === before + 1) {
    last = before
    context.log.doubt(
      'numbers go on',
      first?.line ?? 0,
      `${first?.label?.raw}`,
      `this list goes on from ${before}, the last number of the list before it`,
    )
  }
  for (const end of [...tops, items.length]) {
    if (starts.has(end)) last = 0
    const next = end < items.length ? Number(items[end]?.label?.number) : null
    settle({ items, roles, from, end, last, next, list, habit, context, numbered: tops.length > 0 })
    from = end + 1
    last = next ?? last
  }
  return roles
}

interface Habit {
  /** Clauses begin with a small letter. */
  low: boolean
  bold: boolean
  known: Set<string>
}

interface Stretch {
  items: Item[]
  roles: Role[]
  from: number
  end: number
  last: number
  next: number | null
  list: 'performance' | 'knowledge'
  habit: Habit
  context: Context
  numbered: boolean
}

/** Decides about the lines without a label between two numbered clauses. */
function settle(stretch: Stretch): void {
  const { items, roles, from, end, last, next, habit, context, numbered, list } = stretch
  const open: number[] = []
  for (let i = from; i < end; i++) {
    if (roles[i]) continue
    if (isHeading(items, roles, i, habit)) roles[i] = { is: isMore(items, roles, i) ? 'more of a heading' : 'heading' }
    else open.push(i)
  }
  const free = next === null ? 0 : next - last - 1
  const text = (i: number) => items[i]?.text ?? ''
  if (!numbered) {
    unnumbered(stretch, open)
    return
  }
  const goesOn = (i: number) => i > 0 && roles[i - 1]?.is !== 'heading' && isUnfinished(text(i - 1))
  // A line in a broken text may be more of the clause above; only space above it shows that it is one of its own.
  const fits = (i: number) => !goesOn(i) && (!context.wrapped || items[i]?.apart)
  const clauses = free > 0 && (context.wrapped || open.length !== free) ? open.filter(fits) : open
  if (free > 0 && clauses.length === free && !clauses.some(goesOn)) {
    clauses.forEach((i, k) => {
      const number = String(last + 1 + k)
      roles[i] = { is: 'clause', number }
      context.log.repair(
        'number lost',
        items[i]?.line ?? 0,
        `${text(i).slice(0, 60)}…`,
        `${list} ${number}`,
        `the numbers around it, ${last || 'the beginning'} and ${next}, leave exactly ${free === 1 ? 'this place' : `${free} places for ${free} lines`}`,
      )
    })
  } else if (free > 0) {
    const loose = context.wrapped ? clauses : open
    const lost = free === 1 ? `${last + 1}` : `${last + 1} to ${(next ?? 0) - 1}`
    const here = loose[0] ?? Math.min(end, items.length - 1)
    context.log.doubt(
      'numbers missing',
      items[here]?.line ?? 0,
      loose.map(text).join(' | ') || `${last} is followed by ${next}`,
      loose.length
        ? `in ${list}, ${lost} ${free === 1 ? 'is' : 'are'} missing: ${free} ${free === 1 ? 'place' : 'places'} for ${loose.length} ${loose.length === 1 ? 'line' : 'lines'} without a number. Look it up in the document; write an edit that gives each clause its line`
        : `in ${list}, ${lost} ${free === 1 ? 'is' : 'are'} missing. Does the document itself leave ${free === 1 ? 'it' : 'them'} out, or was something lost on the way?`,
      loose.length ? 'mend' : 'stop',
    )
  }
  for (const i of open) {
    if (roles[i]) continue
    const above = roles[i - 1]?.is
    roles[i] = { is: above === 'heading' || above === 'more of a heading' ? 'more of a heading' : 'more' }
    const odd = context.wrapped ? startsHigh(text(i)) : free === 0
    if (odd && !goesOn(i) && above !== 'heading')
      context.log.doubt(
        'joined by guess',
        items[i]?.line ?? 0,
        text(i),
        'it has no number and there is no place for one, so it was joined to the clause above it',
      )
  }
}

/** A list without any numbers: every line or paragraph is a clause, cited by its place. */
function unnumbered({ items, roles, context, list, habit }: Stretch, open: number[]): void {
  if (items.some((item) => item.label?.kind === 'bullet')) {
    for (const i of open) roles[i] = { is: 'more' }
    if (open[0] === 0) roles[0] = { is: 'heading' }
    return
  }
  for (const i of open) {
    const goesOn =
      i > 0 && (isUnfinished(items[i - 1]?.text ?? '') || (context.wrapped && items[i - 1]?.full && !items[i]?.apart))
    roles[i] = { is: goesOn ? 'more' : 'point' }
  }
  if (open.length)
    context.log.doubt(
      'no numbers',
      items[open[0] ?? 0]?.line ?? 0,
      `${open.length} lines of ${list}`,
      `no clause of this list has a number, so each ${habit.low ? 'line' : 'paragraph'} was taken for one, and is cited by its place`,
      'stop',
    )
}

function isHeading(items: Item[], roles: Role[], i: number, habit: Habit): boolean {
  const item = items[i] as Item
  const above = items[i - 1]
  if (habit.known.has(plain(item.text)) || /^element \d+\b/i.test(item.text)) return true
  if (item.bold && !habit.bold) return true
  if (!startsHigh(item.text)) return false
  if (above && roles[i - 1]?.is !== 'heading' && isUnfinished(above.text) && !item.apart) return false
  if (habit.low) return !(above?.full && !item.apart && roles[i - 1]?.is !== 'heading')
  return item.apart || i === 0
}

/** Whether a line of a heading goes on with the one above. */
function isMore(items: Item[], roles: Role[], i: number): boolean {
  const [above, item] = [items[i - 1], items[i]]
  const isBelow = roles[i - 1]?.is === 'heading' || roles[i - 1]?.is === 'more of a heading'
  return isBelow && item?.apart === false && above !== undefined && ((above.bold && item.bold) || above.full)
}

/** Where the numbers begin anew under an “Element 2”, by the line that begins: the elements’ numbers. */
export function startsOfElements(items: Item[]): Map<number, string> {
  const starts = new Map<number, string>()
  let element: string | undefined
  let ones = 0
  items.forEach(({ label, text }, i) => {
    if (!label) element = /^(?:element|outcome) (\d)\b/i.exec(text)?.[1] ?? element
    if (label?.kind !== 'top') return
    if (label.number === '1') {
      ones++
      if (element) starts.set(i, element)
    }
    element = undefined
  })
  return ones > 1 && starts.size === ones ? starts : new Map()
}

/** Numbers that come twice, or go back. */
function checkOrder(items: Item[], tops: number[], list: string, { log }: Context): void {
  const seen = new Map<string, number>()
  const elements = startsOfElements(items)
  let last = 0
  for (const i of tops) {
    if (elements.has(i)) {
      seen.clear()
      last = 0
    }
    const item = items[i] as Item
    const number = Number(item.label?.number)
    const before = seen.get(String(number))
    if (before !== undefined)
      log.doubt(
        'number twice',
        item.line,
        `${item.label?.raw} ${item.text}`,
        `in ${list}, ${number} stands on line ${before} already. Two clauses can’t share an address: write an edit that numbers them as the document does`,
        'mend',
      )
    else if (number < last)
      log.doubt(
        'number out of order',
        item.line,
        `${item.label?.raw} ${item.text}`,
        `in ${list}, it follows ${last}`,
        'stop',
      )
    seen.set(String(number), item.line)
    last = number
  }
}
