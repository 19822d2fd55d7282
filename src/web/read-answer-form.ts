import type { Question } from '#core/questions/question.ts'
import { viewOf } from '../components/question/parts.ts'
import { FORM_FIELDS, type Typed } from '../components/question/state.ts'

/** What a question's form holds, by part name. The rules of the parts say whether it can be taken. */
export function readAnswerForm(question: Question, form: URLSearchParams): Typed {
  // "Take my answer back" sends what still stands in the boxes along with it.
  if (form.has(FORM_FIELDS.clear)) return {}
  return Object.fromEntries(question.parts.map((part) => [part.name, viewOf(part).read(part, form, part.name)]))
}
