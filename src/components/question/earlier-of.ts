import type { Answer } from '#core/answers/answer.ts'
import type { Back, Question } from '#core/questions/question.ts'
import { ratingsBefore } from '#core/questions/ratings.ts'
import { placeOf } from './chapter-of.ts'
import type { Earlier } from './state.ts'

/** An answer as it is found; with its history, oldest first, where a question shows its own earlier ratings. */
export interface Found extends Answer {
  history?: Answer[]
}

interface Find {
  question(id: string): Question | undefined
  answer?(id: string): Found | undefined
}

/** The answers a question refers back to. A blank sheet, built before anyone has answered, finds none. */
export function earlierOf(question: Question, find: Find): Earlier[] {
  return question.back.flatMap((back) => {
    const earlier = find.question(back.from)
    if (!earlier) return []
    return [{ question: earlier, back, answer: bringBack(question, back, find), href: placeOf(earlier) }]
  })
}

function bringBack(question: Question, back: Back, { answer }: Find): Answer | null {
  const found = answer?.(back.from)
  if (back.as !== 'ghost' || back.from !== question.id) return found ?? null
  return ratingsBefore(found?.history ?? []) ?? null
}

/** The earlier ratings that a picture of this question may draw as "before". */
export function beforeOf(question: Question, find: Pick<Find, 'answer'>): Answer | null {
  const ghost = question.back.find((back) => back.as === 'ghost')
  const before = ghost ? bringBack(question, ghost, { question: () => undefined, ...find }) : null
  return before?.blank ? null : before
}

/** Whether a question shows its own earlier ratings, so that all its revisions are needed. */
export const looksBackOnItself = (question: Question | undefined): boolean =>
  question?.back.some((back) => back.as === 'ghost' && back.from === question.id) ?? false

/** The names that a learner gave to the rows of earlier maps, by question, for menus. Only for their own eyes. */
export function suggestionsOf(earlier: Earlier[]): Record<string, string[]> {
  const menus = earlier.filter(
    (e) => e.back.as === 'fill' && e.back.column === undefined && e.answer && !e.answer.blank,
  )
  return Object.fromEntries(menus.map((e) => [e.question.id, namesIn(e.answer as Answer)]))
}

function namesIn({ asked, value }: Answer): string[] {
  return asked.parts.flatMap((part) => {
    const given = value[part.name]
    if (!Array.isArray(given)) return []
    if (part.type === 'boxes') return given.filter((text): text is string => typeof text === 'string' && text !== '')
    if (part.type !== 'matrix' || Array.isArray(part.rows)) return []
    return given.flatMap((row) => (typeof row === 'object' && row.row.trim() ? [row.row] : []))
  })
}
