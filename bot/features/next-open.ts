import type { MyAnswer } from '#core/answers/my-answers.ts'
import type { Content } from '#core/content/content.ts'
import type { Question } from '#core/questions/question.ts'
import type { Place } from '../replies/place.ts'
import { askablePart, type WindowPart } from './chat-answer.ts'

/** What comes next for somebody, and on the way there the questions that only their pages can take. */
export interface NextOpen {
  next: { question: Question; part: WindowPart } | null
  before: Question[]
}

interface From {
  /** Where it would be asked. */
  place: Pick<Place, 'window'>
  /** The question that was asked last. */
  asked?: string | undefined
  /** The chapter that is open beside the chat. */
  chapter?: string | undefined
}

/** The next open question that chat can take: of the chapter first; from the one that was asked onwards, then from the start. */
export function nextOpen({ questions }: Content, answers: MyAnswer[], { place, asked, chapter }: From): NextOpen {
  const done = new Set(answers.filter((a) => !a.blank).map((a) => a.question.id))
  const from = questions.findIndex((q) => q.id === asked) + 1
  const ahead = [...questions.slice(from), ...questions.slice(0, from)].filter((q) => !q.retired && !done.has(q.id))
  const open = [...ahead.filter((q) => q.chapter === chapter), ...ahead.filter((q) => q.chapter !== chapter)]
  const found = open.findIndex((q) => askablePart(q, place) !== null)
  const question = open[found]
  const part = question && askablePart(question, place)
  return question && part ? { next: { question, part }, before: open.slice(0, found) } : { next: null, before: open }
}
