import type { Considered } from './answer-question.ts'
import type { Standards } from './load-standards.ts'
import { type Decision, decisionOf } from './measure-answers.ts'
import { rank } from './rank.ts'

/** How many clauses are named at most. */
const MOST = 10

/** An answer for a program that reads it: what was decided, and of which clauses. */
export interface Brief {
  decision: Decision
  /** Up to ten ids, best first. */
  clauses: string[]
  /** Every quotation that was shown, the points of a clause such as PC 15 too, each under its own clause's id. */
  quotes: { clause: string; quote: string }[]
}

export function briefOf(standards: Standards, question: string, considered: Considered): Brief {
  const decision = decisionOf(considered)
  const ranked = considered.ranked.length ? considered.ranked : nearest(standards, question)
  return {
    decision,
    clauses: ranked.slice(0, MOST),
    quotes: considered.answer.quotes
      .flatMap((quote) => [quote, ...quote.parts])
      .map(({ clause, text }) => ({ clause, quote: text })),
  }
}

/** Where nothing was looked for, or nothing found: what the words are nearest to, or else what each standard says it is about. */
function nearest(standards: Standards, question: string): string[] {
  const { hits } = rank(standards, question)
  if (hits.length) return hits.map((hit) => hit.uid)
  return standards.list.flatMap((s) => s.clauses.filter((c) => c.section === 'overview').slice(0, 3)).map((c) => c.uid)
}
