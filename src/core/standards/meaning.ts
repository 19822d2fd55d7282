import { dot } from '../encoder/encode-sentence.ts'
import { openEncoder } from '../encoder/encoder.ts'
import { type Bank, unanswerable } from './read-bank.ts'
import type { Clause, Standard } from './standard.ts'
import type { Vector, Vectors } from './vectors.ts'

/** Of the ways in which a clause may be put, so many of the nearest count: the best on all sets of questions (decision 017). */
const NEAREST = 3
/** How near a question of the bank must be to count for much: with each step of this size nearer it counts e times as much. */
const STEP = 0.05

/** How near a question comes in meaning to what is known: 1 for the same words, about 0 for what has nothing to do with it. */
export interface Meaning {
  /** To each clause. */
  clauses: ReadonlyMap<string, number>
  /** Above zero where it is nearer to questions that a clause answers, below where it is nearer to the others. */
  inside: number
  /** Above zero where it is nearer to what is said in passing than to any question. */
  inPassing: number
}

/** A clause's own words, and those that say or ask the same without being a learner's question. */
const statementsOf = (clause: Clause): string[] => [clause.text, clause.gloss, ...clause.also]

/** Every text whose vector is worth keeping. */
export const textsOf = (list: Standard[], bank: Bank): string[] => [
  ...list.flatMap((s) => s.clauses).flatMap(statementsOf),
  ...bank.inside.map((b) => b.question),
  ...unanswerable(bank),
]

/** What a clause is known by. */
export interface KnownClause {
  uid: string
  statements: Vector[]
  questions: Vector[]
}

/** Every clause with the vectors of its words and of what learners ask about it; `of` gives a text's, or null. */
export function knownClauses(list: Standard[], bank: Bank, of: (text: string) => Vector | null): KnownClause[] {
  const vectorsOf = (texts: string[]) => texts.flatMap((text) => of(text) ?? [])
  const asked = Map.groupBy(bank.inside, (b) => b.uid)
  return list
    .flatMap((s) => s.clauses)
    .map((clause) => ({
      uid: clause.uid,
      statements: vectorsOf(statementsOf(clause)),
      questions: vectorsOf((asked.get(clause.uid) ?? []).map((b) => b.question)),
    }))
}

/** Finds how near a question comes to the clauses in meaning; null where there is no encoder. */
export function learnMeaning(list: Standard[], bank: Bank, vectors: Vectors): (question: string) => Meaning | null {
  const read = () => ({
    clauses: knownClauses(list, bank, vectors.of),
    outside: bank.outside.flatMap((text) => vectors.of(text) ?? []),
    inPassing: bank.inPassing.flatMap((text) => vectors.of(text) ?? []),
  })
  let known: ReturnType<typeof read> | undefined
  return (question) => {
    const asked = openEncoder() && vectors.of(question)
    if (!asked) return null
    known ??= read()
    const from = (texts: Vector[]) => texts.map((text) => dot(asked, text))
    const clauses = new Map<string, number>()
    const inside: number[] = []
    for (const { uid, statements, questions } of known.clauses) {
      const toQuestions = from(questions)
      inside.push(...toQuestions)
      clauses.set(uid, meanOfHighest([...from(statements), ...toQuestions]))
    }
    const [outside, inPassing] = [from(known.outside), from(known.inPassing)]
    return {
      clauses,
      inside: crowd(inside) - crowd([...outside, ...inPassing]),
      inPassing: crowd(inPassing) - Math.max(crowd(inside), crowd(outside)),
    }
  }
}

/** How near a clause is whose ways of being put are so near. */
export function meanOfHighest(values: number[]): number {
  const highest = values.sort((a, b) => b - a).slice(0, NEAREST)
  return highest.reduce((sum, value) => sum + value, 0) / (highest.length || 1)
}

/** How crowded it is around a question, on a logarithmic scale: mostly by the nearest, a little by all. */
const crowd = (values: number[]): number =>
  Math.log(values.reduce((sum, value) => sum + Math.exp(value / STEP), 0) / (values.length || 1))
