import { z } from 'zod'
import { LIMITS, limitedText, type PartRule, partBase } from '../part.ts'

const definition = z.strictObject({
  ...partBase,
  type: z.literal('boxes'),
  /** How many boxes: a number, or one label for each. */
  boxes: z.union([z.int().min(2).max(12), z.array(z.string().min(1)).min(2).max(12)]),
})
export type Boxes = z.infer<typeof definition>

const labels = (part: Boxes): (string | null)[] =>
  typeof part.boxes === 'number' ? Array(part.boxes).fill(null) : part.boxes
export const boxLabels = labels

/** Several short boxes. A blank box keeps its place, so that a labelled box keeps its meaning. */
export const boxes: PartRule<Boxes, string[]> = {
  type: 'boxes',
  definition,
  value: (part) => z.array(limitedText(LIMITS.box)).max(labels(part).length, `There are ${labels(part).length} boxes.`),
  blank: [],
  isBlank: (texts) => texts.every((t) => t.trim() === ''),
  lines: (part, texts) =>
    texts.flatMap((text, i) => {
      const label = labels(part)[i]
      return text.trim() === '' ? [] : [label ? `${label}: ${text}` : text]
    }),
  cells: () => [],
  keys: () => [],
}
