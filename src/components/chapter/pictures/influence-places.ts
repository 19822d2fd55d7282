import { shorten, textWidth } from './map-places.ts'
import type { Placeable } from './stakeholders.ts'

/** The grid: five cells each way, interest across and power up. */
export const GRID = { left: 30, top: 26, cell: 65, right: 355, bottom: 351 } as const
/** Outer radius of a dot with the ring round it, and the step from one dot of a cell to the next. */
export const REACH = 10
const STEP = 21
/** A label: its letters, the height of its line, the longest it may be, and the space at either end. */
export const NAME = { letter: 16, height: 19, room: 172, margin: 4 } as const

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}
export interface Spot {
  x: number
  y: number
  text: string
  box: Box
  /** From the dot to a label that found no room beside it. */
  leader: { x: number; y: number } | null
}

export const apart = (a: Box, b: Box): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top

const round = (x: number, y: number, reach: number): Box => ({
  left: x - reach,
  top: y - reach,
  right: x + reach,
  bottom: y + reach,
})

/** Dots of one cell stand in rows of up to three, and never leave it. */
function dotsOf(people: Placeable[]): { x: number; y: number }[] {
  const cellOf = (s: Placeable) => `${s.interest}/${s.power}`
  return people.map((s, i) => {
    const here = people.filter((other) => cellOf(other) === cellOf(s)).length
    const before = people.slice(0, i).filter((other) => cellOf(other) === cellOf(s)).length
    const across = here === 4 ? 2 : Math.min(here, 3)
    const rows = Math.ceil(here / across)
    const row = Math.floor(before / across)
    const inRow = row === rows - 1 ? here - row * across : across
    return {
      x: GRID.left + (s.interest - 0.5) * GRID.cell + ((before % across) - (inRow - 1) / 2) * STEP,
      y: GRID.bottom - (s.power - 0.5) * GRID.cell + (row - (rows - 1) / 2) * STEP,
    }
  })
}

/** A label belongs to its dot at a glance when the next dot is this much further away. */
const CLEARLY = 6

/** How far a box is from a point; nought inside it. */
const distance = (box: Box, x: number, y: number): number => {
  const near = nearest(box, x, y)
  return Math.hypot(near.x - x, near.y - y)
}
const nearest = (box: Box, x: number, y: number) => ({
  x: Math.min(Math.max(x, box.left), box.right),
  y: Math.min(Math.max(y, box.top), box.bottom),
})

/** Every place for a label: first close to the dot on its four sides, then a fine net over the whole grid. */
function* placesFor(x: number, y: number, width: number): Generator<Box> {
  const { height } = NAME
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height })
  const gap = REACH + 2
  yield at(x + gap, y - height / 2)
  yield at(x - gap - width, y - height / 2)
  yield at(x - width / 2, y - gap - height)
  yield at(x - width / 2, y + gap)
  for (let top = GRID.top; top <= GRID.bottom - height; top += 6)
    for (let left = GRID.left; left <= GRID.right - width; left += 9) yield at(left, top)
}

/**
 * Where dots and their labels stand. Each label takes a free place near its dot, and nearer to it than to any other
 * where there is one; it touches no other label, no dot and no edge, however many share a cell.
 */
export function spotsOf(people: Placeable[]): Spot[] {
  const dots = dotsOf(people)
  const taken = dots.map(({ x, y }) => round(x, y, REACH))
  const inside = (box: Box) =>
    box.left >= GRID.left && box.right <= GRID.right && box.top >= GRID.top && box.bottom <= GRID.bottom
  return people.map((s, i) => {
    const [{ x, y }] = dots.slice(i) as [{ x: number; y: number }]
    const others = dots.filter((_, j) => j !== i)
    /** How much nearer this dot is than the next one; less than nought where another is nearer. */
    const clear = (box: Box) => Math.min(...others.map((o) => distance(box, o.x, o.y))) - distance(box, x, y)
    const cost = (box: Box) => distance(box, x, y) + Math.max(0, CLEARLY - clear(box))
    const text = shorten(s.name, NAME.room, NAME.letter)
    let best: Box | undefined
    let least = Number.POSITIVE_INFINITY
    for (const box of placesFor(x, y, textWidth(text, NAME.letter) + NAME.margin * 2)) {
      // The cheapest questions first: there are some thousand places.
      if (distance(box, x, y) >= least || cost(box) >= least || !inside(box)) continue
      if (taken.some((other) => !apart(box, other))) continue
      best = box
      least = cost(box)
    }
    if (!best) throw new Error('There is no room for a label on the influence map.')
    taken.push(best)
    const plain = distance(best, x, y) < REACH + 8 && clear(best) >= CLEARLY
    return { x, y, text, box: best, leader: plain ? null : nearest(best, x, y) }
  })
}
