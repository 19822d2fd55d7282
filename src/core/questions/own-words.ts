import type { Part, PartType, PartValue } from './parts.ts'
import { ruleOf } from './parts.ts'
import { type AnswerValue, countedParts, type Question, THEMES } from './question.ts'

const OWN_WORDS: ReadonlySet<PartType> = new Set(['long-text', 'short-text', 'boxes', 'reason', 'when-will'])

/** Whether a learner writes words of their own in this part. */
export const isOwnWords = (part: Part): boolean => part.name !== THEMES && OWN_WORDS.has(part.type)

/**
 * Whether the words of an answer may ever be shown to a course: only where the answer is counted too, since those who
 * were counted are the group that a text is one of. Of a private question, never.
 */
export const mayBeShown = (question: Question): boolean =>
  !question.retired && countedParts(question).length > 0 && question.parts.some(isOwnWords)

/** The learner's own words in an answer, paragraph by paragraph. */
export const ownWordsOf = (question: Question, value: AnswerValue): string =>
  question.parts
    .filter((part) => isOwnWords(part) && value[part.name] !== undefined)
    .flatMap((part) => ruleOf(part).lines(part, value[part.name] as PartValue))
    .filter((line) => line.trim() !== '')
    .join('\n')
