import type { Ranking } from './rank.ts'

/** Questions that want a number, a date, a person, a place to call or a law by name: the clauses hold none of these. */
const WANTS_A_FACT = [
  /\bhow (many|long|old|big|far is)\b|\bhow much (money|does|do|is|are|can|will)\b/i,
  /\bwhat (age|percentage|proportion|temperature|level|number|amount|grade|mark|date|year|time)\b|\bat what\b/i,
  /\bwhen (was|is|did|were|does)\b|\bwhich (law|act|section|council|company|companies|website|day)\b/i,
  /\bwho (is|was|are) (the|my|our)\b|\bwho (invented|founded|came up|won)\b|\bnames? of\b/i,
  /\b(phone|telephone|email|e-mail|postcode)\b|\bwhere is\b|\b(19|20)\d\d\b/i,
]

/** A name in the middle of a sentence that no clause knows, such as a person's or a town's. */
const namesSomething = (question: string, strange: string[]): boolean =>
  [...question.matchAll(/(?<=[\p{L}\p{N},;] )\p{Lu}\p{L}+/gu)].some(([name]) => strange.includes(name.toLowerCase()))

// A logistic model, fitted on the development questions without the out-of-scope phrases, so that each checks the other.
const WEIGHTS = { bias: -2.09, strength: 1.38, unknown: -1.75, wantsAFact: -2.39, namesSomething: -1.3, score: 1.05 }
const ANSWER_FROM = 0.55
const HEDGE_FROM = 0.17

/** How likely it is, from 0 to 1, that the clauses answer this question. */
export function likelihood(question: string, { hits, strength, unknown, strange }: Ranking): number {
  const sum =
    WEIGHTS.bias +
    WEIGHTS.strength * strength +
    WEIGHTS.unknown * unknown +
    WEIGHTS.wantsAFact * Number(WANTS_A_FACT.some((wants) => wants.test(question))) +
    WEIGHTS.namesSomething * Number(namesSomething(question, strange)) +
    WEIGHTS.score * Math.log1p(hits[0]?.score ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/** Whether the ranking is good enough to answer from, good enough to offer, or neither. */
export function decide(question: string, ranking: Ranking): 'answer' | 'hedge' | 'refuse' {
  if (!ranking.hits.length) return 'refuse'
  const p = likelihood(question, ranking)
  if (p >= ANSWER_FROM) return 'answer'
  return p >= HEDGE_FROM ? 'hedge' : 'refuse'
}
