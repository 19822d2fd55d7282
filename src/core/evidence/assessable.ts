import type { Standards } from '../standards/load-standards.ts'
import type { Clause, Standard } from '../standards/standard.ts'
import type { SectionKind } from '../standards/standard-definition.ts'
import type { ClauseWords } from './piece.ts'

/** The sections that an assessor looks at. Values, their examples, scope and overview are no part of an assessment. */
export const ASSESSED = ['performance', 'knowledge'] as const satisfies SectionKind[]
export type AssessedSection = (typeof ASSESSED)[number]

export const isAssessed = (section: SectionKind): section is AssessedSection =>
  (ASSESSED as readonly SectionKind[]).includes(section)

/** The clause, if evidence can be collected for it. */
export function assessableClause(standards: Standards, uid: string): Clause | undefined {
  const clause = standards.clause(uid)
  return clause && isAssessed(clause.section) ? clause : undefined
}

export const assessableOf = (standard: Standard): Clause[] => standard.clauses.filter((c) => isAssessed(c.section))

export const wordsOfClause = ({ uid, label, leadIn, text }: ClauseWords): ClauseWords => ({ uid, label, leadIn, text })

/** Whether a clause still says what it said then, blanks aside. */
export function saysTheSame(then: ClauseWords, now: Clause | undefined): boolean {
  const words = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()
  return now !== undefined && words(then.text) === words(now.text) && words(then.leadIn) === words(now.leadIn)
}
