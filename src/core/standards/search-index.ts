import type { Bank } from './read-bank.ts'
import type { Standard } from './standard.ts'
import type { Lexicon, SectionKind } from './standard-definition.ts'
import { stem } from './stem.ts'
import { contentWords, stems } from './words.ts'

/**
 * How much a word counts by where it stands. The clause and its gloss lead; the rest helps. `asked` are the words of
 * learners' questions: on questions left out, 0.1 did better than none, 0.2 or 0.4 (decision 013).
 */
const WEIGHTS = { text: 1, gloss: 1, also: 0.8, everyday: 0.45, heading: 0.3, parent: 0.25, parts: 0.25, asked: 0.1 }
/** Clauses that people seldom mean unless nothing else fits. */
const PRIOR: Partial<Record<SectionKind, number>> = { details: 0.6, overview: 0.9 }
/** How soon a repeated word stops counting, and how far long texts are held back: the best on questions left out (decision 013). */
const K1 = 0.8
const B = 0.5

export interface Hit {
  uid: string
  score: number
  /** The share of the question's weight, by rarity, that this clause has words for. */
  cover: number
}

export interface SearchIndex {
  /** Every clause that shares a word with the question, best first. */
  search(words: string[]): Hit[]
  /** How telling a word is: high for rare words and for words that no clause has. */
  rarity(word: string): number
  knows(word: string): boolean
  /** Every word of the clauses, glosses and lexicon, and how many clauses have it. */
  vocabulary: Map<string, number>
}

/** A BM25 index over the clauses' words, their glosses, everyday words for them, and what learners ask. */
export function buildIndex(standards: Standard[], lexicon: Lexicon, bank: Bank): SearchIndex {
  const everyday = new Map(Object.entries(lexicon).map(([word, others]) => [stem(word), others.join(' ')]))
  const clauses = standards.flatMap((s) => s.clauses)
  const byUid = new Map(clauses.map((c) => [c.uid, c]))
  const asked = Map.groupBy(bank.inside, (b) => b.uid)
  const vocabulary = new Map<string, number>()
  const documents = clauses.map((c) => {
    const fields: [weight: number, text: string][] = [
      [WEIGHTS.text, c.text],
      [WEIGHTS.gloss, c.gloss],
      [WEIGHTS.also, c.also.join(' ')],
      [WEIGHTS.everyday, [...new Set(stems(c.text))].map((s) => everyday.get(s) ?? '').join(' ')],
      [WEIGHTS.heading, c.heading ?? ''],
      [WEIGHTS.parent, c.parent ? (byUid.get(c.parent)?.text ?? '') : ''],
      [WEIGHTS.parts, c.children.map((uid) => byUid.get(uid)?.text).join(' ')],
      ...(asked.get(c.uid) ?? []).map(({ question }): [number, string] => [WEIGHTS.asked, question]),
    ]
    const weightOf = new Map<string, number>()
    let length = 0
    for (const [weight, text] of fields)
      for (const word of contentWords(text)) {
        const key = stem(word)
        weightOf.set(key, (weightOf.get(key) ?? 0) + weight)
        length += weight
      }
    for (const word of new Set(fields.flatMap(([, text]) => contentWords(text))))
      vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1)
    return { uid: c.uid, weightOf, length, prior: PRIOR[c.section] ?? 1 }
  })
  // Rarity is counted in the clauses and in the questions: "meeting" is rare in the standards but not in what people ask.
  const counted = [...documents.map((d) => d.weightOf.keys()), ...bank.inside.map((b) => new Set(stems(b.question)))]
  const inHowMany = new Map<string, number>()
  for (const keys of counted) for (const key of keys) inHowMany.set(key, (inHowMany.get(key) ?? 0) + 1)
  const average = documents.reduce((sum, d) => sum + d.length, 0) / documents.length
  const rarity = (key: string) => {
    const n = inHowMany.get(key) ?? 0
    return Math.log(1 + (counted.length - n + 0.5) / (n + 0.5))
  }

  function search(words: string[]): Hit[] {
    const keys = [...new Set(words.map(stem))]
    const whole = keys.reduce((sum, key) => sum + rarity(key), 0)
    const hits: Hit[] = []
    for (const { uid, weightOf, length, prior } of documents) {
      let score = 0
      let covered = 0
      for (const key of keys) {
        const weight = weightOf.get(key)
        if (!weight) continue
        score += (rarity(key) * weight * (K1 + 1)) / (weight + K1 * (1 - B + (B * length) / average))
        covered += rarity(key)
      }
      if (score > 0) hits.push({ uid, score: score * prior, cover: covered / whole })
    }
    return hits.sort((a, b) => b.score - a.score || (a.uid < b.uid ? -1 : 1))
  }
  return { search, rarity: (w) => rarity(stem(w)), knows: (w) => inHowMany.has(stem(w)), vocabulary }
}
