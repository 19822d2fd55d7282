import type { Question } from '#core/questions/question.ts'

/** The chapters by the first half of their questions' ids, in order. */
const CHAPTERS = ['community', 'cd', 'empower', 'power', 'equality', 'influence', 'partnership']

/** 1 to 7; 0 for a question of no chapter. */
export const chapterNumber = (question: Pick<Question, 'chapter'>): number => CHAPTERS.indexOf(question.chapter) + 1

/** Where a question is asked. */
export const pageOf = ({ chapter, own }: Pick<Question, 'chapter' | 'own'>): string =>
  own ? `/cohort/${own.cohort}` : `/chapters/${chapter}`
export const placeOf = (question: Pick<Question, 'chapter' | 'own' | 'id'>): string =>
  `${pageOf(question)}#${question.id}`
