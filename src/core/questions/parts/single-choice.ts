import { z } from 'zod'
import {
  isAbstention,
  labelOf,
  type NotSure,
  notSureOption,
  option,
  type PartRule,
  partBase,
  withAbstentions,
} from '../part.ts'

const definition = z.strictObject({
  ...partBase,
  type: z.literal('single-choice'),
  options: z.array(option).min(2),
  /** Offers "Not sure yet" too. "I'd rather not say" is always there. */
  notSure: notSureOption.default(true),
})
export type SingleChoice = z.infer<typeof definition>

/** The options a learner sees. */
export const choicesOf = (part: { options: SingleChoice['options']; notSure: NotSure }) =>
  withAbstentions(part.options, part.notSure)

/** One of several; null when nothing is chosen. */
export const singleChoice: PartRule<SingleChoice, string | null> = {
  type: 'single-choice',
  definition,
  value: (part) =>
    z
      .string()
      .refine((id) => choicesOf(part).some((o) => o.id === id), 'Choose one of the options listed.')
      .nullable(),
  blank: null,
  isBlank: (id) => id === null,
  lines: (part, id) => (id === null ? [] : [labelOf(choicesOf(part), id)]),
  cells: (part) =>
    part.options.filter((o) => !isAbstention(o.id)).map((o) => ({ key: o.id, label: o.label, group: '' })),
  keys: (_part, id) => (id === null || isAbstention(id) ? [] : [id]),
}
