import { z } from 'zod'
import type { Cell, PartRule } from './part.ts'
import { boxes } from './parts/boxes.ts'
import { longText } from './parts/long-text.ts'
import { matrix } from './parts/matrix.ts'
import { multiChoice } from './parts/multi-choice.ts'
import { ranking } from './parts/ranking.ts'
import { reason } from './parts/reason.ts'
import { scale } from './parts/scale.ts'
import { shortText } from './parts/short-text.ts'
import { singleChoice } from './parts/single-choice.ts'
import { whenWill } from './parts/when-will.ts'

/** Every part type there is. A new one is a rule here, a view of the same name, and a test. */
export const PART_RULES = {
  'long-text': longText,
  'short-text': shortText,
  boxes,
  scale,
  'single-choice': singleChoice,
  'multi-choice': multiChoice,
  ranking,
  matrix,
  reason,
  'when-will': whenWill,
} as const

export type PartType = keyof typeof PART_RULES
type RuleOf<T extends PartType> = (typeof PART_RULES)[T]
export type PartOf<T extends PartType> = z.infer<RuleOf<T>['definition']>
export type Part = { [T in PartType]: PartOf<T> }[PartType]
/** What a learner's value may be, over all part types; the part's own rule narrows it. */
export type PartValue = RuleOf<PartType>['blank']

export const partDefinition = z.discriminatedUnion(
  'type',
  Object.values(PART_RULES).map((r) => r.definition) as never,
) as unknown as z.ZodType<Part>

/** The rule of a part, with the types of its part and value widened so that any part can be passed on. */
export const ruleOf = (part: Part): PartRule<Part, PartValue> =>
  PART_RULES[part.type] as unknown as PartRule<Part, PartValue>

export const cellsOf = (part: Part): Cell[] => ruleOf(part).cells(part)
