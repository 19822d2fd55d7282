import type { Answer } from '#core/answers/answer.ts'
import { afterTexts } from '#core/questions/after-texts.ts'
import type { Question } from '#core/questions/question.ts'
import { type Html, html } from '../html.ts'

/** Feedback once there is an answer: the author's texts that fit what was chosen. */
export function afterAnswer(question: Question, answer: Answer | undefined): Html | null {
  if (!answer || answer.blank) return null
  const texts = afterTexts(question, answer)
  return texts.length
    ? html`<p class="label">Something to turn over</p>${texts.map((text) => html`<p>${text}</p>`)}`
    : null
}
