import { z } from 'zod'
import { LIMITS, limitedText, type PartRule, partBase } from '../part.ts'

const definition = z.strictObject({
  ...partBase,
  type: z.literal('short-text'),
  /** Labels the learner typed in an earlier matrix, offered as suggestions (own eyes only). */
  suggest: z.string().optional(),
})
export type ShortText = z.infer<typeof definition>

/** One line of the learner's own words, up to 300 characters. */
export const shortText: PartRule<ShortText, string> = {
  type: 'short-text',
  definition,
  value: () => limitedText(LIMITS.short),
  blank: '',
  isBlank: (text) => text.trim() === '',
  lines: (_part, text) => [text],
  cells: () => [],
  keys: () => [],
}
