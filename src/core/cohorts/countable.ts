import type { Content } from '../content/content.ts'
import { AppError } from '../errors.ts'
import { countedParts, type Question } from '../questions/question.ts'

/** The fewest people behind any picture. A cohort may ask for more, never for fewer. */
export const LEAST_PEOPLE = 5
/** The fewest behind a picture of a personal question. */
export const LEAST_PEOPLE_PERSONAL = 8

export const isCountable = (question: Question): boolean => !question.retired && countedParts(question).length > 0

/** How many people must have answered this question before anything of it shows. */
export const peopleNeeded = (question: Pick<Question, 'sensitivity'>, k: number): number =>
  Math.max(question.sensitivity === 'S0' ? LEAST_PEOPLE : LEAST_PEOPLE_PERSONAL, k)

/** How many people must have asked near one heading before it shows: as many as the cohort asks for. */
export const askersNeeded = (k: number): number => Math.max(LEAST_PEOPLE, k)

/** The questions that a cohort of these chapters and questions asks, in reading order. */
export function chosenQuestions(content: Content, chosen: { chapters: string[]; questions: string[] }): Question[] {
  const wrong: Record<string, string> = {}
  const noChapter = chosen.chapters.find((id) => !content.chapters.some((c) => c.id === id))
  if (noChapter !== undefined) wrong.chapters = 'Choose from the chapters listed.'
  const cannot = chosen.questions.find((id) => !content.questions.some((q) => q.id === id && isCountable(q)))
  if (cannot !== undefined) wrong.questions = 'One of these questions is private, or nothing of it can be counted.'
  const found = content.questions.filter(
    (q) => isCountable(q) && (chosen.chapters.includes(q.chapter) || chosen.questions.includes(q.id)),
  )
  if (found.length === 0) wrong.chapters ??= 'Choose at least one chapter.'
  if (Object.keys(wrong).length) throw new AppError('invalid', 'Some of the choices can’t be taken.', { fields: wrong })
  return found
}

/** What can never open with so many people. It is reckoned from what the trainer expects, never from who joined. */
export function neverOpen(people: number | null, k: number, questions: Question[]): string[] {
  if (people === null) return []
  if (people < k) return [`With ${people} people, nothing can ever open: it takes ${k} who have answered.`]
  const needed = peopleNeeded({ sensitivity: 'S1' }, k)
  const personal = questions.some((q) => q.sensitivity !== 'S0')
  return personal && people < needed ? [`With ${people} people, personal questions (${needed}) can never open.`] : []
}
