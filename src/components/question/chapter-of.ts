import type { Question } from '#core/questions/question.ts'

/** The chapters by the first half of their questions' ids, in order. */
const CHAPTERS = ['community', 'cd', 'empower', 'power', 'equality', 'influence', 'partnership']

/** 1 to 7; 0 for a question of no chapter. */
export const chapterNumber = (question: Pick<Question, 'chapter'>): number => CHAPTERS.indexOf(question.chapter) + 1

/** Where a question is asked. */
export const pageOf = (question: Pick<Question, 'chapter'>): string => `/chapters/${question.chapter}`
export const placeOf = (question: Pick<Question, 'chapter' | 'id'>): string => `${pageOf(question)}#${question.id}`
