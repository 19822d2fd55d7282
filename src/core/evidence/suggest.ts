import type { MyAnswer } from '../answers/my-answers.ts'
import { ownWordsOf } from '../questions/own-words.ts'
import type { Standards } from '../standards/load-standards.ts'
import { contentWords } from '../standards/words.ts'
import { assessableClause } from './assessable.ts'
import type { Reason } from './piece.ts'

/** Of one answer's words, so many clauses at most: the learner is to look at each. */
const MOST = 3
/**
 * How far above the others a clause must stand, in standard deviations, and how much it must score. Of the development
 * questions (tests/eval) alone and among everyday sentences, 49 to 58% found a clause so, and 87 to 95% of the clauses
 * found were right (decision 020).
 */
const STANDS_OUT = 4
const AT_LEAST = 12

/**
 * The clauses that an answer may help to start a record for: those that its question was written for, and those whose
 * words stand out in it. Of a private answer none, and none of what was taken back: it is used only where its author
 * says so. Everything happens on this machine, with the index that answers questions about the standards.
 */
export function suggestedFor(standards: Standards, answer: MyAnswer): Map<string, Reason> {
  const found = new Map<string, Reason>()
  const { question, blank } = answer
  if (blank || question.sensitivity === 'S2') return found
  for (const uid of question.evidence) if (assessableClause(standards, uid)) found.set(uid, 'question')
  for (const uid of likeWords(standards, wordsOf(answer))) if (!found.has(uid)) found.set(uid, 'words')
  return found
}

const wordsOf = ({ question, asked, value }: MyAnswer): string => ownWordsOf({ ...question, ...asked }, value)

/** The clauses that say what these words say, best first, as far as any stand out. */
export function likeWords(standards: Standards, text: string): string[] {
  const hits = standards.index.search(contentWords(text))
  const all = standards.list.reduce((sum, { clauses }) => sum + clauses.length, 0)
  const mean = hits.reduce((sum, { score }) => sum + score, 0) / all
  const spread = Math.sqrt(hits.reduce((sum, { score }) => sum + score * score, 0) / all - mean * mean)
  const from = Math.max(AT_LEAST, mean + STANDS_OUT * spread)
  return hits
    .filter(({ uid, score }) => score >= from && assessableClause(standards, uid))
    .slice(0, MOST)
    .map(({ uid }) => uid)
}
