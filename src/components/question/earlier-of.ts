import type { Answer } from '#core/answers/answer.ts'
import type { Question } from '#core/questions/question.ts'
import { placeOf } from './chapter-of.ts'
import type { Earlier } from './state.ts'

/** The answers a question refers back to. A blank sheet, built before anyone has answered, finds none. */
export function earlierOf(
  question: Question,
  find: { question(id: string): Question | undefined; answer?(id: string): Answer | undefined },
): Earlier[] {
  return question.back.flatMap((back) => {
    const earlier = find.question(back.from)
    if (!earlier) return []
    const column = back.as === 'fill' ? back.column : undefined
    return [
      { question: earlier, as: back.as, column, answer: find.answer?.(back.from) ?? null, href: placeOf(earlier) },
    ]
  })
}

/** The names that a learner gave to the rows of earlier maps, by question, for menus. Only for their own eyes. */
export function suggestionsOf(earlier: Earlier[]): Record<string, string[]> {
  const menus = earlier.filter((e) => e.as === 'fill' && e.column === undefined && e.answer && !e.answer.blank)
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
