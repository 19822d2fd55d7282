import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { answerKey } from '../answers/countable-answers.ts'
import { inChunks } from '../db/in-chunks.ts'
import { openIfKept } from '../privacy/keys.ts'
import type { Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import type { CountedKeys } from './picture.ts'

/** What its author can open: in which batch an answer was counted, and exactly what was counted of it. */
const receipt = z.strictObject({
  cohort: z.string(),
  closedAt: z.number(),
  wording: z.string(),
  keys: z.record(z.string(), z.array(z.string())),
})
export type Receipt = z.infer<typeof receipt>
export interface Numbered extends Receipt {
  nth: number
}

/** Seals a receipt under its author's key: without it nobody can tell which batch somebody was in. */
export const sealReceipt = (world: World, learnerId: string, content: Receipt): Promise<string> =>
  world.keys.seal(learnerId, JSON.stringify(content))

/** Every receipt of these people, oldest first, by `answerKey`. */
export async function readReceipts(world: World, rootIds: string[]): Promise<Map<string, Numbered[]>> {
  const rows = await inChunks(rootIds, (chunk) =>
    world.db.read
      .selectFrom('receipt')
      .innerJoin('learner', 'learner.id', 'receipt.learner_id')
      .where('learner.root_id', 'in', chunk)
      .selectAll('receipt')
      .select('learner.root_id')
      .orderBy('receipt.nth')
      .orderBy('receipt.learner_id')
      .execute(),
  )
  const found = new Map<string, Numbered[]>()
  for (const row of rows) {
    const text = await openIfKept(world.keys, row.learner_id, row.sealed)
    if (text === null) continue
    const content = receipt.parse(JSON.parse(text))
    const key = answerKey(row.root_id, row.question_id)
    found.set(key, [...(found.get(key) ?? []), { ...content, nth: row.nth }])
  }
  return found
}

/** The same choices in the same wording are never counted again, whatever else of the answer was edited. */
export function wasCounted(earlier: Numbered[], question: Question, keys: CountedKeys): boolean {
  const last = earlier.at(-1)
  return last !== undefined && last.wording === question.hash && isDeepStrictEqual(last.keys, keys)
}
