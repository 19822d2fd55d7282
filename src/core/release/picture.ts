import { z } from 'zod'
import { countsMove, moveIn } from '../questions/move.ts'
import type { Cell } from '../questions/part.ts'
import { cellsOf, type Part, type PartValue, ruleOf } from '../questions/parts.ts'
import { type AnswerValue, countedParts, type Question } from '../questions/question.ts'
import { BANDS, bandOf, meanOf } from './bands.ts'

/** What of a batch is kept and shown: the question's words as they were asked, and bands. */
export const picture = z.strictObject({
  ask: z.string(),
  parts: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string().nullable(),
      /** Rows of a matrix, ends of a ranking; one without a label for the rest. */
      groups: z.array(
        z.strictObject({
          label: z.string(),
          cells: z.array(z.strictObject({ key: z.string(), label: z.string(), band: z.enum(BANDS) })),
        }),
      ),
      /** To the nearest half, of a five-point scale, where eight or more people rated. */
      mean: z.number().nullable(),
    }),
  ),
})
export type Picture = z.infer<typeof picture>

/** What of an answer is counted: the keys of the cells it falls into, by part. None of it is the learner's own words. */
export type CountedKeys = Record<string, string[]>

export const keysOf = (question: Question, value: AnswerValue): CountedKeys =>
  Object.fromEntries(countedParts(question).map((part) => [part.name, keysIn(part, value).toSorted()]))

const keysIn = (part: Part, value: AnswerValue): string[] => ruleOf(part).keys(part, valueFor(part, value))

/** What of an answer a part's cells are about: its value, or how that moved, where only that is counted. */
const valueFor = (part: Part, value: AnswerValue): PartValue =>
  countsMove(part) ? moveIn(value, part.name) : (value[part.name] ?? ruleOf(part).blank)

/**
 * The picture of a batch. Every cell is there whatever was answered, in the question's own order, and each band is of
 * all the people in the batch: somebody who left a part out is one of those who didn't choose it.
 */
export function draw(question: Question, values: AnswerValue[]): Picture {
  return {
    ask: question.ask,
    parts: countedParts(question).map((part) => {
      const keys = values.map((value) => keysIn(part, value))
      return {
        name: part.name,
        label: part.label ?? null,
        groups: groupsOf(part).map(({ label, cells }) => ({
          label,
          cells: cells.map((cell) => ({
            key: cell.key,
            label: cell.label,
            band: bandOf(keys.filter((chosen) => chosen.includes(cell.key)).length, values.length),
          })),
        })),
        mean: meanOfPart(part, values),
      }
    }),
  }
}

const groupsOf = (part: Part): { label: string; cells: Cell[] }[] =>
  [...Map.groupBy(cellsOf(part), (cell) => cell.group)].map(([label, cells]) => ({ label, cells }))

function meanOfPart(part: Part, values: AnswerValue[]): number | null {
  // Where only the move is counted, a mean of the ratings would show more.
  if (part.type !== 'scale' || countsMove(part)) return null
  return meanOf(
    values.map((value) => value[part.name]).filter((rating) => typeof rating === 'number'),
    part.points,
  )
}
