import type { OutOfScope } from './standard-definition.ts'

export type OutOfScopeTopic = OutOfScope[number]

/** A question's words, single spaces, small letters: what phrases are matched against. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()

/** Whole words, and “who won” isn't in “who won't”. */
const matcher = (phrase: string): RegExp => {
  const parts = phrase.split('…').map(plain)
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join("(?: [\\p{L}\\p{N}']+){0,6} ")}(?![\\p{L}\\p{N}]|'t)`, 'u')
}

interface Rules {
  holds: RegExp[]
  spares: RegExp[]
}

// Phrases are turned into expressions once a topic.
const compiled = new WeakMap<OutOfScopeTopic, Rules>()

function rulesOf(topic: OutOfScopeTopic): Rules {
  const known = compiled.get(topic) ?? { holds: topic.phrases.map(matcher), spares: topic.except.map(matcher) }
  compiled.set(topic, known)
  return known
}

/** The reason why the standards don't answer this, where a phrase of the question tells. */
export function findOutOfScope(topics: OutOfScope, question: string): OutOfScopeTopic | null {
  const text = plain(question)
  const says = (patterns: RegExp[]) => patterns.some((pattern) => pattern.test(text))
  return topics.find((topic) => says(rulesOf(topic).holds) && !says(rulesOf(topic).spares)) ?? null
}
