import { stem } from './stem.ts'
import { tokens } from './words.ts'

/** Added to every count, so that a word seen once isn't proof. */
const PRIOR_COUNT = 0.5

/**
 * A question's words and neighbouring pairs of words. Small words count here: "who is the" asks for a name. That somebody
 * names "the standard" tells nothing: one writer of questions did so and another didn't.
 */
function partsOf(question: string): Set<string> {
  const words = ['^', ...tokens(question).map(stem)].filter((word) => word !== 'standard')
  return new Set(words.flatMap((word, i) => (i ? [word, `${words[i - 1]} ${word}`] : [])))
}

/**
 * Learns, from questions that the clauses answer and questions that they don't, how to tell one from the other by
 * wording alone (naive Bayes). What it gives back is above zero for a question that sounds like the first, below for one like
 * the second, and zero where none of its words was seen.
 */
export function learnScope(inside: string[], outside: string[]): (question: string) => number {
  const odds = new Map<string, number>()
  const within = count(inside)
  const without = count(outside)
  const share = (times: number | undefined, all: number) => ((times ?? 0) + PRIOR_COUNT) / (all + 2 * PRIOR_COUNT)
  for (const part of [...within.keys(), ...without.keys()])
    odds.set(part, Math.log(share(within.get(part), inside.length) / share(without.get(part), outside.length)))
  return (question) => {
    const known = [...partsOf(question)].flatMap((part) => odds.get(part) ?? [])
    // Words of one question lean on each other: a long one isn't as many times as sure as it has words.
    return known.reduce((sum, o) => sum + o, 0) / Math.sqrt(known.length || 1)
  }
}

function count(questions: string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const question of questions) for (const part of partsOf(question)) times.set(part, (times.get(part) ?? 0) + 1)
  return times
}
