import type { Standards } from './load-standards.ts'
import type { Clause } from './standard.ts'

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()

/** A clause asked for by its whole label or permanent id and nothing else, as a button that offers it sends them. */
export function findPlace(standards: Standards, text: string): Clause | null {
  const wanted = plain(text)
  const clauses = standards.list.flatMap((s) => s.clauses)
  return clauses.find((c) => plain(c.label) === wanted || plain(c.uid) === wanted) ?? null
}
