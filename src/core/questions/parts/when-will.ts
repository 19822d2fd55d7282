import { z } from 'zod'
import { LIMITS, limitedText, type PartRule, partBase } from '../part.ts'

const definition = z.strictObject({ ...partBase, type: z.literal('when-will') })
export type WhenWill = z.infer<typeof definition>
export interface Plan {
  when: string
  will: string
}

/** "When … I will …": an if-then plan (Gollwitzer 1999), two short texts. */
export const whenWill: PartRule<WhenWill, Plan> = {
  type: 'when-will',
  definition,
  value: () => z.strictObject({ when: limitedText(LIMITS.short), will: limitedText(LIMITS.short) }),
  blank: { when: '', will: '' },
  isBlank: (plan) => plan.when.trim() === '' && plan.will.trim() === '',
  lines: (_part, plan) => [
    ...(plan.when.trim() ? [`When ${plan.when}`] : []),
    ...(plan.will.trim() ? [`I will ${plan.will}`] : []),
  ],
  cells: () => [],
  keys: () => [],
}
