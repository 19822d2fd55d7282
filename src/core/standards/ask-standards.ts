import { z } from 'zod'
import { define } from '../define.ts'
import { keepGap } from '../gaps/keep-gap.ts'
import { answerQuestion } from './answer-question.ts'
import { spokenOf } from './spoken-of.ts'
import type { StandardsAnswer } from './standards-answer.ts'
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
  }),
  async run(world, actor, input): Promise<StandardsAnswer> {
    const { answer, followsUp } = answerQuestion(world.content.standards, input)
    const gap = followsUp ? null : unanswered(input.question, answer)
    if (gap) await keepGap(world, actor, gap)
    return answer
  },
})
