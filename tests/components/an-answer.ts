import { toAnswer } from '#core/answers/answer.ts'
import type { Channel } from '#core/answers/channels.ts'
import type { Moves } from '#core/questions/move.ts'
import {
  type AnswerValue,
  answerValue,
  type Question,
  questionDefinition,
  toQuestion,
} from '#core/questions/question.ts'

export const aQuestion = (definition: object): Question =>
  toQuestion(
    questionDefinition.parse({
      id: 'community.belong',
      ask: 'When did you belong?',
      sensitivity: 'S0',
      aggregate: 'none',
      parts: [{ name: 'story', type: 'long-text' }],
      ...definition,
    }),
  )

/** 14:14 in summer in London. */
export const NOW = Date.UTC(2026, 5, 3, 13, 14)
export const times = { now: NOW, timeZone: 'Europe/London' }

/** An answer as it comes from the store. `asked` is the question in the wording it was answered in. */
export function anAnswer(
  question: Question,
  value: Record<string, unknown>,
  { revision = 1, savedAt = NOW, channel = 'web' as Channel, asked = question, moves = {} as Moves } = {},
) {
  return toAnswer(question, {
    questionId: question.id,
    revision,
    value: answerValue(asked).parse(value) as AnswerValue,
    moves,
    savedAt,
    channel,
    asked: { ask: asked.ask, parts: asked.parts },
    wordingHash: asked.hash,
    importedAt: null,
    elsewhere: null,
    operationId: 'o',
  })
}
