import { cellsOf } from '../questions/parts.ts'
import { countedParts, type Question } from '../questions/question.ts'
import type { World } from '../world.ts'
import type { CountedKeys } from './picture.ts'
import { openReceipts, type Receipt } from './receipts.ts'

/** That an answer of the actor's was counted: in which course, at which tick, and exactly what. Also of courses they left. */
export interface MyReceipt extends Receipt {
  question: string
}

/** Everything of the actor's that was ever counted, oldest first; only their own key opens it. */
export async function myReceipts(world: World, rootId: string): Promise<MyReceipt[]> {
  const receipts = await openReceipts(world, [rootId])
  return receipts
    .map(({ questionId, receipt }) => ({ ...receipt, question: questionId }))
    .sort((a, b) => a.closedAt - b.closedAt || (a.question < b.question ? -1 : 1))
}

/** What was counted, in words. A key that the question no longer has is shown as it is. */
export const countedWords = (question: Question, keys: CountedKeys): string[] =>
  Object.entries(keys).flatMap(([name, chosen]) => {
    const part = countedParts(question).find((p) => p.name === name)
    return chosen.map((key) => {
      const cell = part && cellsOf(part).find((c) => c.key === key)
      return cell ? [cell.group, cell.label].filter(Boolean).join(': ') : key
    })
  })
