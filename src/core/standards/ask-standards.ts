import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { lastSaid } from '../consents/choices.ts'
import { keepChoice } from '../consents/choose.ts'
import { define } from '../define.ts'
import { keepGap } from '../gaps/keep-gap.ts'
import { answerWithModel, type Early } from './answer-with-model.ts'
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
    /**
     * The asker says yes to sending this question to the model, where one is set. `from-now-on`: and every later one.
     * `as-chosen`: what they said last counts; whoever never said anything is offered it.
     */
    model: z.union([z.boolean(), z.enum(['from-now-on', 'as-chosen'])]).default(false),
    /** Told each statement of the model's as soon as it is verified. */
    onStatement: z.custom<(statement: Statement) => void>((value) => typeof value === 'function').optional(),
    /** Told the answer in the standards' own words before a model is asked, where one is. */
    onOwnWords: z.custom<Early['onOwnWords'] & object>((value) => typeof value === 'function').optional(),
    /** Whoever asks no longer waits for the model: it is let go, and the standards' own words are the answer. */
    signal: z.instanceof(AbortSignal).optional(),
  }),
  async run(world, actor, { onStatement, onOwnWords, signal, model: said, ...input }): Promise<StandardsAnswer> {
    const hearing = {
      log: world.log,
      signal,
      ...(onStatement ? { onStatement } : {}),
      ...(onOwnWords ? { onOwnWords } : {}),
    }
    const learnerId = learnerOf(actor)
    if (said === 'from-now-on' && learnerId !== null) await keepChoice(world, learnerId, 'model', true)
    const chosen =
      said === 'as-chosen' && (world.model || world.embeddings) && learnerId
        ? await lastSaid(world, learnerId, 'model')
        : null
    const asked = { ...input, model: said === true || said === 'from-now-on' || chosen === true }
    const { answer, followsUp } = await answerWithModel(world.content.standards, world, asked, hearing)
    // Whoever said no isn't asked again and again.
    if (chosen === false) {
      delete answer.model
      delete answer.ranking
    }
    const gap = followsUp ? null : unanswered(input.question, answer)
    if (gap) await keepGap(world, actor, gap)
    return answer
  },
})
