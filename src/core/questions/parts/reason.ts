import { z } from 'zod'
import { LIMITS, limitedText, type PartRule, partBase } from '../part.ts'

const definition = z.strictObject({ ...partBase, type: z.literal('reason') })
export type Reason = z.infer<typeof definition>

/** "Why?", offered beside a choice and never asked for. Never counted, whatever the question's aggregate. */
export const reason: PartRule<Reason, string> = {
  type: 'reason',
  definition,
  value: () => limitedText(LIMITS.long),
  blank: '',
  isBlank: (text) => text.trim() === '',
  lines: (_part, text) => text.split('\n'),
  cells: () => [],
  keys: () => [],
}
