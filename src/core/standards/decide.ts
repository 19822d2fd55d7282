import type { Ranking } from './rank.ts'

/** Questions that want a number, a date, a person, a place to call or a law by name: the clauses hold none of these. */
const WANTS_A_FACT = [
  /\bhow (many|long|old|big|far is)\b|\bhow much (money|does|do|is|are|can|will)\b/i,
  /\bwhat (age|percentage|proportion|temperature|level|number|amount|grade|mark|date|year|time)\b|\bat what\b/i,
  /\bwhen (was|is|did|were|does)\b|\bwhich (law|act|section|council|company|companies|website|day)\b/i,
  /\bwho (is|was|are) (the|my|our)\b|\bwho (invented|founded|came up|won)\b|\bnames? of\b/i,
  /\b(phone|telephone|email|e-mail|postcode)\b|\bwhere is\b|\b(19|20)\d\d\b/i,
]
/** Questions that want a word explained, or a judgement of what somebody did: a clause that has the word seldom does either. */
const WANTS_MORE =
  /\bwhat(s|'s| is)\b|\bmeans?\b|\bmeant\b|^(is|are|am) (my|our|i|we|this|that)\b|^(which|who)\b|\bdoes it say\b/i
const wantsAFact = (question: string): boolean => WANTS_A_FACT.some((wants) => wants.test(question))

/** A name in the middle of a sentence that no clause knows, such as a person's or a town's. */
const namesSomething = (question: string, strange: string[]): boolean =>
  [...question.matchAll(/(?<=[\p{L}\p{N},;] )\p{Lu}\p{L}+/gu)].some(([name]) => strange.includes(name.toLowerCase()))

/** What tells whether the clauses answer a question. `scope` is how much it sounds like those that they do. */
export const signals = (question: string, { hits, unknown, strange }: Ranking, scope: number) => ({
  unknown,
  wantsAFact: Number(wantsAFact(question)),
  namesSomething: Number(namesSomething(question, strange)),
  score: Math.log1p(hits[0]?.score ?? 0),
  scope,
})

/** The best clause has every word of the question, and little else. Of such a question it can't be said that no clause speaks. */
const isAboutOne = ({ hits, strength }: Ranking): boolean => (hits[0]?.cover ?? 0) > 0.99 && strength >= 0.9

/**
 * One or two words that a clause has, such as "trust" or "how do I build trust?": whoever asks so wants the clause.
 * The questions the model learnt from are longer, so it can't judge these.
 */
const looksUpWords = (question: string, ranking: Ranking): boolean =>
  ranking.words.length <= 2 && isAboutOne(ranking) && !wantsAFact(question) && !WANTS_MORE.test(question)

// A logistic model, fitted on the bank's questions, each with signals from an index and a scope that had never seen it
// (decision 013). Both kinds weigh the same, though there are more that can be answered.
const BIAS = -6.07
const WEIGHTS = { unknown: -0.95, wantsAFact: -0.59, namesSomething: -1.99, score: 1.98, scope: 1.32 }
/** Of the questions that no clause answers, 5% are above it; of the others, 70%. */
const ANSWER_FROM = 0.78
/** Of the questions that a clause answers, 4% are below it. */
const HEDGE_FROM = 0.15

/** How likely it is, from 0 to 1, that the clauses answer this question. */
export function likelihood(question: string, ranking: Ranking, scope: number): number {
  const told = signals(question, ranking, scope)
  const sum = Object.entries(WEIGHTS).reduce(
    (all, [name, weight]) => all + weight * told[name as keyof typeof told],
    BIAS,
  )
  return 1 / (1 + Math.exp(-sum))
}

/** Whether the ranking is good enough to answer from, good enough to offer, or neither. */
export function decide(question: string, ranking: Ranking, scope: number): 'answer' | 'hedge' | 'refuse' {
  if (!ranking.hits.length) return 'refuse'
  if (looksUpWords(question, ranking)) return 'answer'
  const p = likelihood(question, ranking, scope)
  if (p >= ANSWER_FROM) return 'answer'
  return p >= HEDGE_FROM || isAboutOne(ranking) ? 'hedge' : 'refuse'
}
