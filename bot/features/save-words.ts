import type { Answer } from '#core/answers/answer.ts'
import type { Conflict } from '#core/answers/save-answer.ts'
import { AppError } from '#core/errors.ts'
import type { AnswerValue, Question } from '#core/questions/question.ts'
import type { Card } from '../replies/card.ts'
import { conflictCard } from '../replies/questions.ts'
import type { WindowPart } from './chat-answer.ts'
import type { Turn, Words } from './feature.ts'

/** Saves words as they were read. Where something newer was saved elsewhere, they are held, and the card says so. */
export async function saveWords(
  { core, actor, channel, dialogue }: Turn,
  { question, part }: { question: Question; part: WindowPart },
  words: Words,
  read: AnswerValue,
): Promise<{ saved: Answer } | { conflict: Card }> {
  const { wording, base, rest, operation } = words
  const value = { ...rest, ...read }
  try {
    return { saved: await core.saveAnswer(actor, { question: question.id, value, base, wording, operation, channel }) }
  } catch (error) {
    if (!(error instanceof AppError && error.kind === 'conflict')) throw error
    const { theirs, quotable } = error.detail as Conflict
    const { [part.name]: _theirs, ...others } = theirs.value
    dialogue.held = { ...words, wording: question.hash, base: theirs.revision, rest: others }
    return { conflict: conflictCard(core.content, question, quotable ? theirs : null) }
  }
}
