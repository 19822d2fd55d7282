import { z } from 'zod'
import { isAbstention, labelOf, notSureOption, option, type PartRule, partBase } from '../part.ts'
import { choicesOf } from './single-choice.ts'

const definition = z.strictObject({
  ...partBase,
  type: z.literal('multi-choice'),
  options: z.array(option).min(2),
  notSure: notSureOption.default(false),
  /** The most that may be ticked; all when absent. */
  most: z.int().min(1).optional(),
})
export type MultiChoice = z.infer<typeof definition>

/** Any of several, each at most once. */
export const multiChoice: PartRule<MultiChoice, string[]> = {
  type: 'multi-choice',
  definition,
  value: (part) =>
    z
      .array(z.string().refine((id) => choicesOf(part).some((o) => o.id === id), 'Choose from the options listed.'))
      .refine((ids) => new Set(ids).size === ids.length, 'Each option can be chosen once.')
      .refine((ids) => ids.length <= (part.most ?? Number.POSITIVE_INFINITY), `Choose up to ${part.most}.`),
  blank: [],
  isBlank: (ids) => ids.length === 0,
  lines: (part, ids) => ids.map((id) => labelOf(choicesOf(part), id)),
  cells: (part) =>
    part.options.filter((o) => !isAbstention(o.id)).map((o) => ({ key: o.id, label: o.label, group: '' })),
  keys: (_part, ids) => ids.filter((id) => !isAbstention(id)),
}
