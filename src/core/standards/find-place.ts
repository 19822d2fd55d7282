import type { Standards } from './load-standards.ts'
import { namedStandards, withoutMentions } from './named-standards.ts'
import type { Clause } from './standard.ts'
import { tokens } from './words.ts'

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()

// Every clause by its label and by its id, put together once.
const byName = new WeakMap<Standards, Map<string, Clause>>()

/** A clause asked for by its whole label or permanent id and nothing else, as a button that offers it sends them. */
export function findExactly(standards: Standards, text: string): Clause[] {
  const names =
    byName.get(standards) ??
    new Map(standards.list.flatMap((s) => s.clauses.flatMap((c) => [c.label, c.uid].map((name) => [plain(name), c]))))
  byName.set(standards, names)
  const clause = names.get(plain(text))
  return clause ? [clause] : []
}

/** Words around the name of a place that change nothing. */
const ASKS =
  /^(?:what|about|does|do|say|says|show|tell|me|give|read|see|have|got|can|could|you|i|want|need|to|the|a|in|of|from|and|is|please|full|whole|text|section|s)$/

/**
 * Clauses asked for by where they stand in a standard that is named, "the overview of SFJBA13"; for the standard's name alone,
 * what it says of itself. Empty when that isn't the question.
 */
export function findPlace(standards: Standards, text: string): Clause[] {
  const words = bare(withoutMentions(standards, text)) || 'overview'
  const named = namedStandards(standards, text)
  const among = named.length || bare(text) !== 'overview' ? named : standards.list
  const clauses = among.flatMap((s) => s.clauses)
  // Points come with their clause.
  const section = clauses.filter((c) => c.parent === null && bare(c.sectionHeading) === words)
  return section.length ? section : clauses.filter((c) => !c.number && namesOf(c).includes(words))
}

/** What a place is called: "Overview, paragraph 2" in whole, "Keywords" alone. */
const namesOf = ({ short }: Clause): string[] => [bare(short), bare(short.slice(short.lastIndexOf(',') + 1))]

const bare = (text: string): string =>
  tokens(text)
    .filter((word) => !ASKS.test(word))
    .join(' ')
