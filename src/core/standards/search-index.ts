import type { Standard } from './standard.ts'
import type { Lexicon, SectionKind } from './standard-definition.ts'
import { stem } from './stem.ts'
import { contentWords, stems } from './words.ts'

/** How much a word counts by where it stands. The clause and its gloss lead; the rest helps. */
const WEIGHTS = { text: 1, gloss: 1, also: 0.8, everyday: 0.45, heading: 0.3, parent: 0.25, parts: 0.25 }
/** Clauses that people seldom mean unless nothing else fits. */
const PRIOR: Partial<Record<SectionKind, number>> = { details: 0.6, overview: 0.9 }
const K1 = 1.2
const B = 0.35

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

/** A BM25 index over the clauses' words, their glosses, and everyday words for them. */
export function buildIndex(standards: Standard[], lexicon: Lexicon): SearchIndex {
  const everyday = new Map(Object.entries(lexicon).map(([word, others]) => [stem(word), others.join(' ')]))
  const clauses = standards.flatMap((s) => s.clauses)
  const byUid = new Map(clauses.map((c) => [c.uid, c]))
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
  const inHowMany = new Map<string, number>()
  for (const d of documents) for (const key of d.weightOf.keys()) inHowMany.set(key, (inHowMany.get(key) ?? 0) + 1)
  const average = documents.reduce((sum, d) => sum + d.length, 0) / documents.length
  const rarity = (key: string) => {
    const n = inHowMany.get(key) ?? 0
    return Math.log(1 + (documents.length - n + 0.5) / (n + 0.5))
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
