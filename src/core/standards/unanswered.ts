import { ownSentences } from './clean-question.ts'
import type { StandardsAnswer } from './standards-answer.ts'

/** In characters. A longer text of which no sentence asks anything is somebody's story, and none of ours to keep. */
const ONE_LINE = 200

export interface Unanswered {
  /** Only the sentences that ask something, as it was typed, without mark-up and without orders to a program. */
  question: string
  /** The nearest clauses, best first. */
  clauses: string[]
}

/**
 * What of a question may be kept because the standards don't answer it; null when they do, or nearly; when it may be
 * about harm, or is near the clauses about harm; and when no clause is near it.
 */
export function unanswered(question: string, answer: StandardsAnswer): Unanswered | null {
  if (answer.perhapsHarm || (answer.kind !== 'refusal' && answer.kind !== 'not-loaded')) return null
  const asked = answer.offerHelp || answer.choices.length === 0 ? '' : askedIn(question)
  return asked ? { question: asked, clauses: answer.choices.map((choice) => choice.clause) } : null
}

/** Only the sentences that ask something; blank where it is somebody's story. */
export function askedIn(question: string): string {
  const sentences = ownSentences(question)
  const asking = sentences.filter((sentence) => /[?？]$/.test(sentence))
  if (asking.length) return asking.join(' ')
  const [only = '', ...more] = sentences
  return more.length === 0 && only.length <= ONE_LINE ? only : ''
}
