import { labelOf } from './part.ts'
import { type Column, columnOptions, type Matrix, type MatrixRow } from './parts/matrix.ts'
import { pointLabel } from './parts/scale.ts'
import type { Part } from './parts.ts'
import type { AnswerValue } from './question.ts'

/** One rating within an answer, in the words it was given in. */
export interface Rating {
  part: string
  /** The id of a matrix row; null for a scale, and for a row that the learner named. */
  row: string | null
  /** What was rated: the row's words, or the part's. */
  label: string
  point: number
  /** Out of how many points. */
  points: number
  /** "3 out of 5" */
  words: string
}

/** An answer as far as its own parts explain it: what was asked, and what was given. */
export interface Given {
  asked: { parts: Part[] }
  value: AnswerValue
}

type ScaleColumn = Extract<Column, { type: 'scale' }>
const scaleColumn = (part: Matrix) => part.columns.find((c): c is ScaleColumn => c.type === 'scale')

/** Whether a part holds ratings that can be compared with each other or with earlier ones. */
export const isRated = (part: Part): boolean =>
  part.type === 'scale' || (part.type === 'matrix' && scaleColumn(part) !== undefined)

/** The rows that everybody rates in a part; none where a learner names the rows. */
export const ratedRows = (part: Part): string[] =>
  part.type === 'matrix' && scaleColumn(part) && Array.isArray(part.rows) ? part.rows.map((r) => r.id) : []

/** Out of how many points its ratings are. */
export const pointsOf = (part: Part): number | undefined =>
  part.type === 'scale' ? part.points : part.type === 'matrix' ? scaleColumn(part)?.points : undefined

/** Every rating in an answer: its scales, and the first scale column of its matrices. Who didn't rate isn't in it. */
export function ratingsIn({ asked, value }: Given): Rating[] {
  return asked.parts.flatMap((part): Rating[] => {
    const given = value[part.name]
    if (part.type === 'scale')
      return typeof given === 'number'
        ? [toRating(part.name, null, part.label ?? '', given, part.points, pointLabel(part, given))]
        : []
    const column = part.type === 'matrix' ? scaleColumn(part) : undefined
    if (part.type !== 'matrix' || !column || !Array.isArray(given)) return []
    const rows = Array.isArray(part.rows) ? part.rows : null
    return (given as MatrixRow[]).flatMap(({ row, cells }) => {
      const cell = cells[column.id] ?? ''
      if (!/^\d+$/.test(cell)) return []
      const words = labelOf(columnOptions(column), cell)
      return [toRating(part.name, rows && row, labelOf(rows ?? [], row), Number(cell), column.points, words)]
    })
  })
}

const toRating = (part: string, row: string | null, label: string, point: number, points: number, words: string) => ({
  part,
  row,
  label,
  point,
  points,
  words,
})

/** The ratings of one row. */
export const ratingOf = (given: Given, row: string): Rating | undefined => ratingsIn(given).find((r) => r.row === row)

/** The lowest or highest of some ratings: several where they are level, none where nothing was rated. */
export function endsOf(ratings: Rating[], end: 'lowest' | 'highest'): Rating[] {
  const points = ratings.map((r) => r.point)
  const wanted = end === 'lowest' ? Math.min(...points) : Math.max(...points)
  return ratings.filter((r) => r.point === wanted)
}

/** The rows of one part that stand below others. Where all are level, none is lowest. */
export function lowestRows(given: Given, part: string): string[] {
  const ratings = ratingsIn(given).filter((r) => r.part === part)
  const lowest = endsOf(ratings, 'lowest')
  return lowest.length < ratings.length ? lowest.flatMap((r) => r.row ?? []) : []
}

/** Ratings that stood for an hour were meant; anything shorter was a step of filling in the form. */
const STOOD = 60 * 60 * 1000

/**
 * What somebody's ratings were before they moved, from all that they ever saved, oldest first: the newest that stood for
 * a while and has something rated otherwise than now.
 */
export function ratingsBefore<Saved extends Given & { savedAt: number }>(history: Saved[]): Saved | undefined {
  const now = history.at(-1)
  if (!now) return undefined
  const stood = history.filter((then, i) => (history[i + 1]?.savedAt ?? 0) - then.savedAt >= STOOD)
  return stood.findLast((then) => hasMoved(ratingsIn(then), ratingsIn(now)))
}

const isSame = (a: Rating, b: Rating): boolean =>
  a.part === b.part && (a.row ?? a.label) === (b.row ?? b.label) && a.points === b.points

const hasMoved = (then: Rating[], now: Rating[]): boolean =>
  now.some((r) => then.some((t) => isSame(t, r) && t.point !== r.point))
