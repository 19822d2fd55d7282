import type { Standards } from './load-standards.ts'
import { plainWords } from './plain-words.ts'
import type { Clause } from './standard.ts'
import { stem } from './stem.ts'
import { isStopWord } from './words.ts'

/** What words a sentence may rest on. */
export interface Ground {
  /** Of the clause, with what it completes: in their order. */
  own: string[]
  /** Its gloss, which says the same in plain words. */
  gloss: string[]
  /** Everyday words for its words, and what people say when they mean it: looser, so they count half. */
  everyday: string[]
}

/** What a clause says, and what it is said with. `words` are the sentences of it that a quotation stands in. */
export function groundOf(standards: Standards, clause: Clause, words: string): Ground {
  const parts = clause.children.map((uid) => standards.clause(uid)?.text ?? '')
  const own = plainWords([clause.leadIn ?? '', words, ...parts].join(' '))
  return {
    own,
    gloss: plainWords(clause.gloss),
    everyday: [...new Set(own)]
      .flatMap((word) => standards.lexicon[word] ?? [])
      .flatMap(plainWords)
      .concat(clause.also.flatMap(plainWords)),
  }
}

/** Of the words with meaning, as a mean: 1 for one of the clause or its gloss, a half for an everyday word for one. */
const LEAST = 0.7
/** The share of the words with meaning that are the clause's own. */
const LEAST_OWN = 0.5
/** Words for who acts, and for what a standard does: they claim nothing. */
const CLAIMS_NOTHING = new Set(
  'ask asks asked expect expects expected cover covers mention mentions describe describes include includes including involve involves worker workers practitioner practitioners'.split(
    ' ',
  ),
)

export interface Support {
  /** From 0 to 1. */
  score: number
  /** Words that neither the clause nor what explains it has. */
  strange: string[]
  enough: boolean
}

/** How far a sentence's words stand in a clause, its gloss, or the everyday words for it. */
export function supportOf(sentence: string[], ground: Ground): Support {
  const [own, gloss, everyday] = [ground.own, ground.gloss, ground.everyday].map((list) => new Set(list.map(stem)))
  const words = sentence
    .filter((word) => !isStopWord(word) && !CLAIMS_NOTHING.has(word))
    .map((word) => ({ word, key: stem(word) }))
  const worth = words.map(({ key }) => (own?.has(key) || gloss?.has(key) ? 1 : everyday?.has(key) ? 0.5 : 0))
  const score = words.length ? worth.reduce<number>((sum, each) => sum + each, 0) / words.length : 0
  const ofOwn = words.filter(({ key }) => own?.has(key)).length
  const strange = words.filter((_, i) => worth[i] === 0).map(({ word }) => word)
  const enough = strange.length === 0 && score >= LEAST && ofOwn >= Math.max(2, LEAST_OWN * words.length)
  return { score, strange, enough }
}

/** The share of a sentence's words of meaning that stand in other words. */
export function shareIn(sentence: string[], others: string[]): number {
  const known = new Set(others.map(stem))
  const words = sentence.filter((word) => !isStopWord(word))
  return words.length ? words.filter((word) => known.has(stem(word))).length / words.length : 0
}

/** Whether the words that a sentence shares with a clause come in the clause's order: who does what to whom hangs on it. */
export function keepsOrder(sentence: string[], own: string[]): boolean {
  const theirs = own.filter((word) => !isStopWord(word)).map(stem)
  const known = new Set(theirs)
  const shared = sentence.map(stem).filter((key, i) => !isStopWord(sentence[i] as string) && known.has(key))
  let from = 0
  return shared.every((key) => {
    const found = theirs.indexOf(key, from)
    from = found + 1
    return found >= 0
  })
}
