import type { Question } from '#core/questions/question.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import { content } from '#tests/support/open.ts'
import { readAnswerForm } from '../../src/web/read-answer-form.ts'
import { type Fields, fittingAnswer } from './fitting-answer.ts'
import { expectOk } from './people.ts'

/** The questions that a chapter asks, in its order. */
export const questionsOf = (chapter: string): Question[] =>
  (content.chapters.find(({ id }) => id === chapter)?.questions ?? []).map(({ id: asked }) => questionOf(asked))

function questionOf(id: string): Question {
  const question = content.question(id)
  if (!question) throw new Error(`There is no question ${id}.`)
  return question
}

/** Answers questions as their forms would, without a browser. */
export async function answerThem(
  client: BrowserClient,
  ids: string[],
  answer: (question: Question) => Fields = fittingAnswer,
): Promise<void> {
  for (const id of ids) {
    const question = questionOf(id)
    const form = new URLSearchParams()
    for (const [name, values] of Object.entries(answer(question))) for (const value of values) form.append(name, value)
    await expectOk(await client.save(id, readAnswerForm(question, form), 0))
  }
}
