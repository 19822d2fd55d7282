import { z } from 'zod'
import { labelOf, option, type PartRule, partBase } from '../part.ts'

const definition = z.strictObject({
  ...partBase,
  type: z.literal('ranking'),
  options: z.array(option).min(2).max(9),
  /** What the top and the bottom of the list mean, for example "easiest" and "hardest". */
  top: z.string().min(1),
  bottom: z.string().min(1),
})
export type Ranking = z.infer<typeof definition>

/** Options in the learner's order; those left out are not placed. Only first and last place are counted. */
export const ranking: PartRule<Ranking, string[]> = {
  type: 'ranking',
  definition,
  value: (part) =>
    z
      .array(z.string().refine((id) => part.options.some((o) => o.id === id), 'Use the options listed.'))
      .refine((ids) => new Set(ids).size === ids.length, 'Give each place to one option.'),
  blank: [],
  isBlank: (ids) => ids.length === 0,
  lines: (part, ids) => ids.map((id, i) => `${i + 1}. ${labelOf(part.options, id)}`),
  cells: (part) =>
    (['first', 'last'] as const).flatMap((end) =>
      part.options.map((o) => ({
        key: `${end}/${o.id}`,
        label: o.label,
        group: end === 'first' ? part.top : part.bottom,
      })),
    ),
  keys: (part, ids) => {
    const first = ids[0]
    const last = ids.at(-1)
    // "Last" means last of the whole list: a partial order says nothing about the bottom.
    return [
      ...(first ? [`first/${first}`] : []),
      ...(last && ids.length === part.options.length ? [`last/${last}`] : []),
    ]
  },
}
