import { z } from 'zod'
import { define } from '../define.ts'
import { answerQuestion } from './answer-question.ts'
import type { StandardsAnswer } from './standards-answer.ts'

/** Longest question, in characters. */
export const LONGEST_QUESTION = 1000

/** Quotes from the standards for a question, or a refusal that helps. Open to everybody; nothing of the question is kept. */
export const askStandards = define({
  input: z.strictObject({
    question: z
      .string()
      .trim()
      .min(1, 'Please type a question.')
      .max(LONGEST_QUESTION, `A question can be up to ${LONGEST_QUESTION.toLocaleString('en-GB')} characters.`),
    /** Up to seven quotes instead of three. */
    more: z.boolean().default(false),
  }),
  run: async ({ content }, _actor, input): Promise<StandardsAnswer> => answerQuestion(content.standards, input).answer,
})
