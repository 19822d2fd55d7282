import type { Answer } from '#core/answers/answer.ts'
import { ruleOf } from '#core/questions/parts.ts'
import type { AnswerValue, Question } from '#core/questions/question.ts'
import { type Html, html } from '../html.ts'

/** Feedback once there is an answer: the author's texts that fit what was chosen. */
export function afterAnswer(question: Question, answer: Answer | undefined): Html | null {
  if (!answer || answer.blank) return null
  const texts = question.after.filter((a) => fits(question, answer.value, a))
  return texts.length
    ? html`<p class="label">Something to turn over</p>${texts.map((a) => html`<p>${a.text}</p>`)}`
    : null
}

function fits(question: Question, value: AnswerValue, { part: name, is }: Question['after'][number]): boolean {
  if (name === undefined) return true
  const part = question.parts.find((p) => p.name === name)
  const given = value[name]
  if (!part || given === undefined || ruleOf(part).isBlank(given)) return false
  if (is === undefined) return true
  const wanted: unknown[] = [is].flat()
  return Array.isArray(given) ? given.some((v) => wanted.includes(v)) : wanted.includes(String(given))
}
