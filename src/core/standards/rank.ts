import { namedStandards } from './find-label.ts'
import type { Standards } from './load-standards.ts'
import type { Meaning } from './meaning.ts'
import { correct } from './spelling.ts'
import type { Standard } from './standard.ts'
import { contentWords, tokens } from './words.ts'

/** How much meaning counts beside words, whose best clause counts 1 (decision 017). */
const MEANING = 2.5

export interface Hit {
  uid: string
  /** Words and meaning together; only for comparing clauses for the same question. */
  score: number
  /** The score of its words alone. */
  words: number
  /** The share of the question's weight, by rarity, that this clause has words for. */
  cover: number
}

/** How well the best clause fits, for deciding whether to answer. */
export interface Ranking {
  hits: Hit[]
  /** The standards that the question names, where it doesn't name them all: only their clauses are ranked. */
  only: Standard[]
  /** The best clause's words against what the question's words could score at most, roughly 0 to 1.5. */
  strength: number
  /** The share of the question's weight in words that no clause, gloss or everyday word knows. */
  unknown: number
  /** Words of the question that no clause knows, as typed. */
  strange: string[]
  /** The words that were searched for. */
  words: string[]
  meaning: Meaning | null
}

/**
 * Ranks every clause for a question in everyday words. Where the question names a standard, only that one's. `near` takes the
 * place of what the own encoder says of the clauses, in their order and in nothing else.
 */
export function rank(standards: Standards, question: string, near?: Meaning['clauses']): Ranking {
  const { index } = standards
  const named = namedStandards(standards, question)
  const asked = named.length
    ? withoutNames(
        question,
        named.flatMap((s) => s.aliases),
      )
    : question
  const typed = contentWords(asked)
  const words = (typed.length ? typed : tokens(asked)).map((w) => correct(w, index))
  const meaning = standards.meaning(asked)
  const all = together(index.search(words), near ?? meaning?.clauses)
  const only = named.length < standards.list.length ? named : []
  const among = only.length ? all.filter((h) => only.some((s) => h.uid.startsWith(`${s.id}:`))) : all
  const hits = named.length > 1 ? takeTurns(among) : among
  const whole = words.reduce((sum, w) => sum + index.rarity(w), 0)
  const strange = words.filter((w) => !index.knows(w))
  return {
    hits,
    only,
    strength: whole ? (hits[0]?.words ?? 0) / whole : 0,
    unknown: whole ? strange.reduce((sum, w) => sum + index.rarity(w), 0) / whole : 1,
    strange,
    words,
    meaning,
  }
}

/** Clauses by words and meaning, best first. Each counts as a share of its best; where no clause has a word, none is found. */
function together(
  found: { uid: string; score: number; cover: number }[],
  clauses: Meaning['clauses'] | undefined,
): Hit[] {
  if (!found.length) return []
  const byUid = new Map(found.map((hit) => [hit.uid, hit]))
  const most = found[0]?.score ?? 1
  const nearest = clauses ? Math.max(...clauses.values()) : 1
  const hits = [...(clauses?.keys() ?? byUid.keys())].map((uid): Hit => {
    const { score = 0, cover = 0 } = byUid.get(uid) ?? {}
    const near = Math.max(0, clauses?.get(uid) ?? 0) / nearest
    return { uid, score: score / most + MEANING * near, words: score, cover }
  })
  return hits.sort((a, b) => b.score - a.score || (a.uid < b.uid ? -1 : 1))
}

/** A question that names two standards wants to hear from both: their clauses alternate. */
function takeTurns(hits: Hit[]): Hit[] {
  const places = new Map<string, number>()
  const turn = hits.map((hit) => {
    const standard = hit.uid.slice(0, hit.uid.indexOf(':'))
    const place = places.get(standard) ?? 0
    places.set(standard, place + 1)
    return { hit, place }
  })
  return turn.sort((a, b) => a.place - b.place || b.hit.score - a.hit.score).map((t) => t.hit)
}

function withoutNames(question: string, names: string[]): string {
  let text = ` ${question.toLowerCase().replace(/[^\p{L}\p{N}&'’-]+/gu, ' ')} `
  for (const name of names.toSorted((a, b) => b.length - a.length)) text = text.replaceAll(` ${name} `, '  ')
  return text
}
