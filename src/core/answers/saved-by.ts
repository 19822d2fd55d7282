import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import type { AnswerValue } from '../questions/question.ts'
import { readOperation } from './revision.ts'

/** What a save left: enough to build upon it. */
export interface Saved {
  question: string
  /** The hash of the wording that was answered. */
  wording: string
  revision: number
  value: AnswerValue
}

const input = z.strictObject({
  /** The names of saves. The first that is found counts. */
  operations: z.array(z.uuid()).min(1).max(5),
})

/** Which answer of the acting learner's these saves made; null where they saved nothing that is kept. */
export const savedBy = define({
  input,
  async run(world, actor, { operations }): Promise<Saved | null> {
    const learnerId = learnerOf(actor)
    if (learnerId === null) return null
    const rows = await world.db.read
      .selectFrom('answer')
      .innerJoin('learner', 'learner.id', 'answer.learner_id')
      .where('learner.root_id', '=', learnerId)
      .where('answer.operation_id', 'in', operations)
      .select(['answer.question_id', 'answer.operation_id'])
      .execute()
    const [found] = operations.flatMap((operation) => rows.filter((row) => row.operation_id === operation))
    const saved = found && (await readOperation(world, learnerId, found.question_id, found.operation_id))
    if (!saved) return null
    const { questionId: question, wordingHash: wording, revision, value } = saved
    return { question, wording, revision, value }
  },
})
