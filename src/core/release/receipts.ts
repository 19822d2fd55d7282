import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { answerKey } from '../answers/countable-answers.ts'
import { type Db, type Statement, statement } from '../db/db.ts'
import { inChunks } from '../db/in-chunks.ts'
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

/** The receipts of somebody for their answer to a question, oldest first. */
export type ReceiptsOf = (root: string, questionId: string) => Numbered[]

/** Reads every receipt of these people. */
export async function readReceipts(world: World, rootIds: string[]): Promise<ReceiptsOf> {
  const found = new Map<string, Numbered[]>()
  for (const { root, questionId, receipt } of await openReceipts(world, rootIds)) {
    const key = answerKey(root, questionId)
    found.set(key, [...(found.get(key) ?? []), receipt])
  }
  return (root, questionId) => found.get(answerKey(root, questionId)) ?? []
}

interface Opened {
  root: string
  questionId: string
  receipt: Numbered
}

/** The same as a list, in the order in which each person's answers were counted. */
export async function openReceipts(world: World, rootIds: string[]): Promise<Opened[]> {
  const rows = await inChunks(rootIds, (chunk) =>
    world.db.read
      .selectFrom('receipt')
      .innerJoin('learner', 'learner.id', 'receipt.learner_id')
      .where('learner.root_id', 'in', chunk)
      .select(['receipt.learner_id', 'receipt.question_id', 'receipt.nth', 'receipt.sealed', 'learner.root_id'])
      .orderBy('receipt.nth')
      .orderBy('receipt.learner_id')
      .execute(),
  )
  const texts = await world.keys.openAll(rows.map((row) => ({ learnerId: row.learner_id, sealed: row.sealed })))
  return rows.flatMap((row, i) => {
    const text = texts[i]
    if (typeof text !== 'string') return []
    const opened = { ...receipt.parse(JSON.parse(text)), nth: row.nth }
    return [{ root: row.root_id, questionId: row.question_id, receipt: opened }]
  })
}

/** The same choices in the same wording are never counted again: not after a detour, nor from a second notebook. */
export const wasCounted = (earlier: Numbered[], question: Question, keys: CountedKeys): boolean =>
  earlier.some((receipt) => receipt.wording === question.hash && isDeepStrictEqual(receipt.keys, keys))

/** The statement for the unit that counts an answer: it only stands if its author wasn't counted from another notebook. */
export function notCountedSince(db: Db, rootIds: string[], questionId: string, before: number): Statement {
  const notebooks = db.draft.selectFrom('learner').where('root_id', 'in', rootIds).select('id')
  const same = db.draft.updateTable('receipt').set(({ ref }) => ({ nth: ref('nth') }))
  return statement(same.where('question_id', '=', questionId).where('learner_id', 'in', notebooks), before)
}
