import type { Clause } from '../standards/standard.ts'
import type { AssessedSection } from './assessable.ts'
import { type EvidenceState, type Gathered, type OfClause, stateOf } from './gather.ts'
import type { ClauseWords } from './piece.ts'

/** A clause beside what its learner has for it. */
export interface EvidenceRow extends OfClause {
  clause: ClauseWords & {
    short: string
    standard: string
    section: AssessedSection
    parent: string | null
    path: string
  }
  state: EvidenceState
}

export function rowOf(gathered: Gathered, clause: Clause): EvidenceRow {
  const mine = gathered.of(clause.uid)
  const { uid, label, short, leadIn, text, standard, parent, path } = clause
  const section = clause.section as AssessedSection
  return { ...mine, clause: { uid, label, short, leadIn, text, standard, section, parent, path }, state: stateOf(mine) }
}
