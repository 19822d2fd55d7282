import type { SectionKind } from '../standards/standard-definition.ts'
import type { ClauseWords, ConfirmedPiece } from './piece.ts'

/** What a learner puts together for an assessor about one standard. Times are milliseconds. */
export interface Portfolio {
  madeAt: number
  standard: {
    id: string
    title: string
    name: string
    /** "legacy", "current" …, and one sentence that says how it stands. */
    status: string
    statusNote: string
    /** What the standard says of its own version, approval and review; an empty list where it says nothing. */
    version: string[]
    credit: string
  }
  /** How many clauses can be assessed, for how many something is confirmed, and how many wait to be reviewed. */
  counts: { clauses: number; confirmed: number; review: number }
  sections: PortfolioSection[]
  /** What was confirmed for clauses that the standard no longer has, in their old words. */
  gone: PortfolioClause[]
}

export interface PortfolioSection {
  kind: SectionKind
  heading: string
  leadIn: string | null
  groups: { heading: string | null; clauses: PortfolioClause[] }[]
}

export interface PortfolioClause extends ClauseWords {
  /** What the clause's lead-in says beyond its section's, which stands above them all; often blank. */
  begins: string
  /** Nothing is confirmed for it, and no note is written. */
  isEmpty: boolean
  /** The label without the standard: "PC 15.1". */
  short: string
  /** What the learner wrote to the assessor, and when; null when nothing. */
  note: { words: string; savedAt: number } | null
  /** What the learner confirmed, in reading order. Never a suggestion. */
  pieces: ConfirmedPiece[]
}
