import { z } from 'zod'
import { define } from '../define.ts'
import { keepGap } from '../gaps/keep-gap.ts'
import { answerWithModel } from './answer-with-model.ts'
import { spokenOf } from './spoken-of.ts'
import type { StandardsAnswer, Statement } from './standards-answer.ts'
import { unanswered } from './unanswered.ts'

/** Longest question, in characters. */
export const LONGEST_QUESTION = 1000

/**
 * Quotes from the standards for a question, or a refusal that helps. Open to everybody. Nothing of the question is kept
 * unless the standards don't answer it and its asker is counted on a course.
 */
export const askStandards = define({
  input: z.strictObject({
    question: z
      .string()
      .trim()
      .min(1, 'Please type a question.')
      .max(LONGEST_QUESTION, `A question can be up to ${LONGEST_QUESTION.toLocaleString('en-GB')} characters.`),
    /** Up to seven quotes instead of three. */
    more: z.boolean().default(false),
    /** The `context` of the last answer, where this may follow it. */
    context: spokenOf.optional(),
    /** The asker has said yes to sending the question to the model, where one is set. */
    model: z.boolean().default(false),
    /** Told each statement of the model's as soon as it is verified. */
    onStatement: z.custom<(statement: Statement) => void>((value) => typeof value === 'function').optional(),
  }),
  async run(world, actor, { onStatement, ...input }): Promise<StandardsAnswer> {
    const hearing = { log: world.log, ...(onStatement ? { onStatement } : {}) }
    const { answer, followsUp } = await answerWithModel(world.content.standards, world, input, hearing)
    const gap = followsUp ? null : unanswered(input.question, answer)
    if (gap) await keepGap(world, actor, gap)
    return answer
  },
})
