import { z } from 'zod'
import { LIMITS, limitedText, type PartRule, partBase } from '../part.ts'

const definition = z.strictObject({ ...partBase, type: z.literal('long-text') })
export type LongText = z.infer<typeof definition>

/** A box that grows: the learner's own words, up to 10,000 characters. */
export const longText: PartRule<LongText, string> = {
  type: 'long-text',
  definition,
  value: () => limitedText(LIMITS.long),
  blank: '',
  isBlank: (text) => text.trim() === '',
  lines: (_part, text) => text.split('\n'),
  cells: () => [],
  keys: () => [],
}
