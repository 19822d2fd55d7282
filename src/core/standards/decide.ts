import { asks } from '../asks.ts'
import { chanceOf, type Logistic } from './fit-logistic.ts'
import type { Ranking } from './rank.ts'
import { isStopWord, tokens } from './words.ts'

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

/** So many quotes are shown; a clause that comes after them may be as good as the last of them. */
const SHOWN = 3

/** What tells whether the clauses answer a question, and whether the right ones stand first. */
export function signals(question: string, { hits, unknown, strange, meaning }: Ranking, scope: number) {
  const [best, ...others] = hits
  return {
    unknown,
    namesSomething: Number(namesSomething(question, strange)),
    /** How much it sounds like questions that the clauses answer, by its words and by its meaning. */
    scope,
    inside: meaning?.inside ?? 0,
    words: Math.log1p(hits.reduce((most, hit) => Math.max(most, hit.words), 0)),
    /** How far the best clause is ahead of those that won't be shown. */
    ahead: (best?.score ?? 0) - (others[SHOWN - 1]?.score ?? 0),
    near: meaning?.clauses.get(best?.uid ?? '') ?? 0,
  }
}

/** Whether a clause answers at all, and whether one that does is among the first three. */
interface Models {
  answerable: Logistic
  found: Logistic
}

// Fitted by `npm run fit` on the bank's questions, each with signals from standards that had never seen it (decision 017).
const WITH_MEANING: Models = {
  answerable: {
    bias: -2.56,
    weights: { unknown: -0.82, namesSomething: -1.44, scope: 1.09, inside: 1.09, words: 0.47 },
  },
  found: { bias: -7.38, weights: { ahead: 3.86, words: 1.58, near: 2.82 } },
}
const BY_WORDS: Models = {
  answerable: { bias: -4.48, weights: { unknown: -1.1, namesSomething: -1.57, scope: 1.37, words: 1.29 } },
  found: { bias: -7.28, weights: { ahead: 3.58, words: 2.53 } },
}
/** The signals of each model, for fitting it anew. */
export const SIGNALS = {
  answerable: ['unknown', 'namesSomething', 'scope', 'inside', 'words'],
  found: ['ahead', 'words', 'near'],
} as const

/** From these on it answers: 5% of the bank's questions that no clause answers are above both; of the others, 79%. */
const ANSWER_FROM = { answerable: 0.76, found: 0.1 }
/** One or two words that a clause has need tell less of themselves. */
const LOOK_UP_FROM = 0.5
/** Of the bank's questions that a clause answers, 3% are below it. */
const HEDGE_FROM = 0.15
/** So much nearer to what is said in passing than to any question, it asks nothing: two thirds of such talk are (decision 040). */
const IN_PASSING_FROM = 1

/** The chances, from 0 to 1, that the clauses answer this question, and that one of those found first does. */
export function chances(question: string, ranking: Ranking, scope: number): { answerable: number; found: number } {
  const told = signals(question, ranking, scope)
  const { answerable, found } = ranking.meaning ? WITH_MEANING : BY_WORDS
  return { answerable: chanceOf(answerable, told), found: chanceOf(found, told) }
}

/** The best clause has every word of the question, and little else. Of such a question it can't be said that no clause speaks. */
const isAboutOne = ({ hits, strength }: Ranking): boolean => (hits[0]?.cover ?? 0) > 0.99 && strength >= 0.9

/**
 * One or two words that a clause has, such as "trust" or "how do I build trust?": whoever asks so wants the clause.
 * Most questions the models learnt from are longer, so they judge these less well.
 */
const looksUpWords = (question: string, ranking: Ranking): boolean =>
  ranking.words.length <= 2 && isAboutOne(ranking) && !wantsAFact(question) && !WANTS_MORE.test(question)

/** Words that a search may have beside those that it is for: "tea and biscuits". */
const JOINS = new Set('a an the and or of for to in on at with by from as'.split(' '))
/** Words that show that somebody speaks. The ranking searches for them, so they are no stop words. */
const TALK = new Set('yes yeah yep aye nope nah hi hiya hey hello lol haha sorry thanks'.split(' '))

/** Up to three words and nobody speaking in them, such as "carers": somebody looks something up. */
function isSearch(question: string): boolean {
  const words = tokens(question)
  return words.length <= 3 && words.every((word) => JOINS.has(word) || !(isStopWord(word) || TALK.has(word)))
}

const isInPassing = (question: string, { meaning }: Ranking): boolean =>
  (meaning?.inPassing ?? 0) >= IN_PASSING_FROM && !asks(question) && !isSearch(question)

/**
 * Whether the ranking is good enough to answer from, good enough to offer, or neither. in-passing: it was said to the companion,
 * and nothing was asked.
 */
export function decide(
  question: string,
  ranking: Ranking,
  scope: number,
): 'answer' | 'hedge' | 'refuse' | 'in-passing' {
  const decision = ranking.hits.length ? byChances(question, ranking, scope) : 'refuse'
  return decision !== 'answer' && isInPassing(question, ranking) ? 'in-passing' : decision
}

function byChances(question: string, ranking: Ranking, scope: number): 'answer' | 'hedge' | 'refuse' {
  const { answerable, found } = chances(question, ranking, scope)
  if (looksUpWords(question, ranking) && answerable >= LOOK_UP_FROM) return 'answer'
  if (answerable >= ANSWER_FROM.answerable && found >= ANSWER_FROM.found) return 'answer'
  return answerable >= HEDGE_FROM || isAboutOne(ranking) ? 'hedge' : 'refuse'
}
