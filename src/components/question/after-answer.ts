import type { Answer } from '#core/answers/answer.ts'
import { afterTexts, movedTexts } from '#core/questions/after-texts.ts'
import type { Question } from '#core/questions/question.ts'
import { type Html, html } from '../html.ts'

/** Feedback once there is an answer: how a rating moved, and the author's texts that fit what was chosen. */
export function afterAnswer(question: Question, answer: Answer | undefined): Html | null {
  if (!answer || answer.blank) return null
  const moved = movedTexts(question, answer)
  const texts = afterTexts(question, answer)
  if (moved.length + texts.length === 0) return null
  return html`${moved.map((text) => html`<p>${text}</p>`)}${texts.length > 0 && html`<p class="label">Something to turn over</p>`}${texts.map(
    (text) => html`<p>${text}</p>`,
  )}`
}
