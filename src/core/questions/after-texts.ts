import { type Part, ruleOf } from './parts.ts'
import type { AnswerValue, Question } from './question.ts'
import { lowestRows } from './ratings.ts'

interface Given {
  asked: { parts: Part[] }
  value: AnswerValue
}

/** The author's feedback that fits what was chosen. */
export const afterTexts = (question: Question, given: Given): string[] =>
  question.after.filter((after) => fits(question, given, after)).map(({ text }) => text)

function fits(question: Question, given: Given, { part: name, is, lowest }: Question['after'][number]): boolean {
  if (name === undefined) return true
  const part = question.parts.find((p) => p.name === name)
  const value = given.value[name]
  if (!part || value === undefined || ruleOf(part).isBlank(value)) return false
  if (lowest !== undefined && !lowestRows(given, name).includes(lowest)) return false
  if (is === undefined) return true
  const wanted: unknown[] = [is].flat()
  return Array.isArray(value) ? value.some((v) => wanted.includes(v)) : wanted.includes(String(value))
}
