import { z } from 'zod'
import { isAbstention, labelOf, type PartRule, partBase } from '../part.ts'

/** The end labels, and any in between, of a scale from 1 upwards. */
export const scaleShape = {
  points: z.int().min(3).max(10).default(5),
  low: z.string().min(1),
  high: z.string().min(1),
  /** A name for every point, for scales such as a ladder whose rungs all have one. */
  names: z.array(z.string().min(1)).optional(),
  notSure: z.boolean().default(true),
}
const definition = z.strictObject({ ...partBase, type: z.literal('scale'), ...scaleShape })
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
    value === null ? [] : [typeof value === 'number' ? pointLabel(part, value) : labelOf([], value)],
  cells: (part) =>
    Array.from({ length: part.points }, (_, i) => ({ key: String(i + 1), label: pointLabel(part, i + 1), group: '' })),
  keys: (_part, value) => (value === null || isAbstention(String(value)) ? [] : [String(value)]),
}
