import type { Standards } from './load-standards.ts'

/** A heading of a standard: that of a group of clauses, or of a section where its clauses have none of their own. */
export interface Heading {
  /** Names it: the standard, the section and the group. */
  cluster: string
  standard: string
  /** The section's heading, and the group's. */
  words: string
  /** Where it stands on the standard's page. */
  path: string
}

/** The heading of the first of these clauses that the standards still have. */
export function headingOf(standards: Standards, clauses: string[]): Heading | null {
  const clause = clauses.flatMap((uid) => standards.clause(uid) ?? [])[0]
  const standard = clause && standards.standard(clause.standard)
  if (!clause || !standard) return null
  const { section, sectionHeading, heading } = clause
  // Several groups of a section may have no heading: they are one.
  const first = standard.clauses.find((c) => c.section === section && c.heading === heading) ?? clause
  return {
    cluster: [standard.id, section, heading ?? ''].join(' ').trim(),
    standard: standard.id,
    words: heading && heading !== sectionHeading ? `${sectionHeading}: ${heading}` : sectionHeading,
    path: `${standard.path}#${first.path.slice(first.path.lastIndexOf('/') + 1)}`,
  }
}
