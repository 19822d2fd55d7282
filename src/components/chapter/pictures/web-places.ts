export interface Spot {
  x: number
  y: number
}

/** The five lines of the web, clockwise from the top, and where the name of each is written. */
export const AXES = [
  { row: 'confident', name: 'Confident', x: 180, y: 18 },
  { row: 'inclusive', name: 'Inclusive', x: 312, y: 92 },
  { row: 'organised', name: 'Organised', x: 262, y: 283 },
  { row: 'cooperative', name: 'Cooperative', x: 98, y: 283 },
  { row: 'influential', name: 'Influential', x: 48, y: 92 },
] as const

const MIDDLE = { x: 180, y: 156 }
/** From one ring to the next; five marks on the innermost ring stand clear of each other. */
const STEP = 24

/** Where a point from 0 to 5 stands on a line. */
export function markAt(axis: number, point: number): Spot {
  const angle = (axis / AXES.length - 0.25) * 2 * Math.PI
  return {
    x: Math.round(MIDDLE.x + point * STEP * Math.cos(angle)),
    y: Math.round(MIDDLE.y + point * STEP * Math.sin(angle)),
  }
}

export const ringAt = (point: number): string =>
  lineThrough(
    AXES.map((_, i) => markAt(i, point)),
    true,
  )

/** A path from spot to spot, and back to the first when it is `closed`. Nothing is drawn to or from a spot that is missing. */
export function lineThrough(spots: (Spot | undefined)[], closed = false): string {
  const at = ({ x, y }: Spot) => `${x} ${y}`
  const known = spots.filter((s) => s !== undefined)
  if (known.length === spots.length) return `M${known.map(at).join('L')}${closed ? 'Z' : ''}`
  return spots
    .map((from, i) => {
      const to = spots[i + 1] ?? (closed && i === spots.length - 1 ? spots[0] : undefined)
      return from && to ? `M${at(from)}L${at(to)}` : ''
    })
    .join('')
}
