import { z } from 'zod'
import { isMove, MOVES } from '../move.ts'
import { isAbstention, labelOf, notSureOption, type PartRule, partBase, withAbstentions } from '../part.ts'

/** The end labels, and any in between, of a scale from 1 upwards. */
export const scaleShape = {
  points: z.int().min(3).max(10).default(5),
  low: z.string().min(1),
  high: z.string().min(1),
  /** A name for every point, for scales such as a ladder whose rungs all have one. */
  names: z.array(z.string().min(1)).optional(),
  notSure: notSureOption.default(true),
}
const definition = z.strictObject({
  ...partBase,
  type: z.literal('scale'),
  ...scaleShape,
  /** An earlier matrix of ratings and one of its rows: what is counted is whether this point moved up, stayed or moved down. */
  movedFrom: z.strictObject({ question: z.string(), row: z.string() }).optional(),
})
export type Scale = z.infer<typeof definition>
export type ScaleValue = number | 'rather-not' | 'not-sure' | null

/** A point in words: "4 out of 5", with its name or the end label where it has one. */
export function pointLabel(part: Pick<Scale, 'points' | 'low' | 'high' | 'names'>, point: number): string {
  const name = part.names?.[point - 1] ?? (point === 1 ? part.low : point === part.points ? part.high : null)
  return name ? `${point} out of ${part.points}: ${name}` : `${point} out of ${part.points}`
}

/** A rating from 1 to `points`, both ends labelled in words. */
export const scale: PartRule<Scale, ScaleValue> = {
  type: 'scale',
  definition,
  value: (part) => {
    const allowed = `Choose a number from 1 to ${part.points}.`
    return z.union(
      [
        z.int(allowed).min(1, allowed).max(part.points, allowed),
        z.literal('rather-not'),
        ...(part.notSure ? [z.literal('not-sure')] : []),
        z.null(),
      ],
      allowed,
    ) as z.ZodType<ScaleValue>
  },
  blank: null,
  isBlank: (value) => value === null,
  lines: (part, value) =>
    value === null
      ? []
      : [typeof value === 'number' ? pointLabel(part, value) : labelOf(withAbstentions([], part.notSure), value)],
  // What is counted of a rating that is compared with an earlier one is its move. The rating itself has no cell and no
  // key, so no mean either.
  cells: (part) =>
    part.movedFrom
      ? MOVES.map(({ id, label }) => ({ key: id, label, group: '' }))
      : Array.from({ length: part.points }, (_, i) => ({
          key: String(i + 1),
          label: pointLabel(part, i + 1),
          group: '',
        })),
  keys: (part, value) => {
    if (part.movedFrom) return isMove(value) ? [value] : []
    return value === null || isAbstention(String(value)) ? [] : [String(value)]
  },
}
