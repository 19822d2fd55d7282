import { z } from 'zod'
import type { Standards } from './load-standards.ts'
import type { Clause } from './standard.ts'
import { FACTS } from './standard-definition.ts'

export const MOST_TURNED_DOWN = 60

const ids = (most: number) => z.array(z.string().max(60)).max(most).default([])

/**
 * What the last answer was about, so that a question may follow it. It holds ids and no word of anybody's: where it is kept,
 * nothing of a question is.
 */
export const spokenOf = z.strictObject({
  /** The clauses that were shown or offered, in the order they were read. */
  clauses: ids(30),
  /** Those that "more" goes on with. */
  rest: ids(120),
  /** What was asked of the documents themselves. */
  facts: z.array(z.enum(FACTS)).max(FACTS.length).default([]),
  standards: ids(12),
  /** Clauses that were shown before, of which somebody said that they weren't what they asked for. */
  turnedDown: z.array(z.string().max(60)).max(MOST_TURNED_DOWN).optional(),
})
export type SpokenOf = z.infer<typeof spokenOf>

/** The clauses and standards that are still there. */
export function recall(standards: Standards, { clauses, rest, facts, standards: named, turnedDown = [] }: SpokenOf) {
  const still = (uids: string[]): Clause[] => uids.flatMap((uid) => standards.clause(uid) ?? [])
  return {
    shown: still(clauses),
    rest: still(rest),
    turnedDown: still(turnedDown),
    facts,
    standards: named.flatMap((id) => standards.standard(id) ?? []),
  }
}
export type Recalled = ReturnType<typeof recall>
