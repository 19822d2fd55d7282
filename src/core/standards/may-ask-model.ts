import { cleanQuestion } from './clean-question.ts'
import { findOutOfScope } from './find-out-of-scope.ts'
import type { Standards } from './load-standards.ts'
import type { StandardsAnswer } from './standards-answer.ts'

/**
 * The question as a model may be asked it, or null where none may. What may tell of harm, look-ups, facts, other standards, what is
 * out of scope and orders to a program never go to one; nor does what shares no word with any clause.
 */
export function mayAskModel(standards: Standards, question: string, answer: StandardsAnswer): string | null {
  const byRanking =
    answer.kind === 'answer' || answer.kind === 'hedge' || (answer.kind === 'refusal' && answer.choices.length > 0)
  if (!byRanking || answer.perhapsHarm) return null
  const { text, dropped } = cleanQuestion(question)
  return dropped || findOutOfScope(standards.outOfScope, text) ? null : text
}
