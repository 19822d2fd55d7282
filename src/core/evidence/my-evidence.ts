import { z } from 'zod'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import type { Standard } from '../standards/standard.ts'
import { ASSESSED, type AssessedSection, isAssessed } from './assessable.ts'
import { type EvidenceRow, rowOf } from './evidence-row.ts'
import { type Gathered, gatherEvidence, STATES } from './gather.ts'
import type { ClauseWords, ConfirmedPiece, EvidencePiece } from './piece.ts'

const input = z.strictObject({
  /** Only these rows; all when absent or blank. A standard's id, in capitals or not. */
  standard: z.string().max(100).optional(),
  section: z.enum(ASSESSED).optional(),
  state: z.enum(STATES).optional(),
})

/** How many clauses there are, and how many of them stand where. */
export type Counts = Record<(typeof STATES)[number] | 'clauses', number>

export interface EvidenceGroup {
  heading: string | null
  /** Of the whole heading, whatever is filtered. */
  counts: Counts
  rows: EvidenceRow[]
}

export interface EvidenceSection {
  kind: AssessedSection
  heading: string
  counts: Counts
  groups: EvidenceGroup[]
}

export interface EvidenceStandard {
  id: string
  name: string
  title: string
  path: string
  statusNote: string
  counts: Counts
  sections: EvidenceSection[]
}

export interface MyEvidence {
  /** Every standard with the clauses that can be assessed; a group without a row that was asked for has none. */
  standards: EvidenceStandard[]
  /** What was confirmed for clauses that no standard has any more, in their old words. */
  gone: (ClauseWords & { confirmed: ConfirmedPiece[] })[]
  /** Answers that aren't confirmed for any clause, in reading order; private ones are left in peace. */
  unused: EvidencePiece[]
}

/** The actor's answers laid beside every clause that can be assessed. A visitor sees the clauses alone. */
export const myEvidence = define({
  input,
  async run(world, actor, wanted): Promise<MyEvidence> {
    const { list } = world.content.standards
    const named = wanted.standard?.toLowerCase()
    const only = list.find(({ id }) => id.toLowerCase() === named)
    if (named && !only) throw unknownStandard(list)
    const gathered = await gatherEvidence(world, actor)
    return {
      standards: list.map((standard) => standardOf(gathered, standard, { ...wanted, standard: only?.id })),
      gone: gathered.gone.map((clause) => ({ ...clause, confirmed: gathered.of(clause.uid).confirmed })),
      unused: gathered.unused(),
    }
  },
})

const unknownStandard = (list: Standard[]): AppError =>
  new AppError('invalid', 'Some of what was sent can’t be taken as it is.', {
    fields: { standard: `Choose one of these standards: ${list.map(({ id }) => id).join(', ')}.` },
  })

function standardOf(gathered: Gathered, standard: Standard, wanted: z.infer<typeof input>): EvidenceStandard {
  const { id, name, title, path, statusNote } = standard
  const isWanted = ({ clause, state }: EvidenceRow) =>
    (!wanted.standard || wanted.standard === id) &&
    (!wanted.section || wanted.section === clause.section) &&
    (!wanted.state || wanted.state === state)
  const sections = standard.sections.flatMap(({ kind, heading, groups }) => {
    if (!isAssessed(kind)) return []
    const all = groups.map((group) => {
      const rows = group.clauses.map((clause) => rowOf(gathered, clause))
      return { heading: group.heading, counts: countsOf(rows), rows: rows.filter(isWanted) }
    })
    return [{ kind, heading, counts: sumOf(all), groups: all }]
  })
  return { id, name, title, path, statusNote, counts: sumOf(sections), sections }
}

function countsOf(rows: EvidenceRow[]): Counts {
  const counts: Counts = { clauses: rows.length, confirmed: 0, review: 0, suggested: 0, none: 0 }
  for (const { state } of rows) counts[state]++
  return counts
}

function sumOf(parts: { counts: Counts }[]): Counts {
  const sum: Counts = { clauses: 0, confirmed: 0, review: 0, suggested: 0, none: 0 }
  for (const { counts } of parts) for (const name of Object.keys(sum) as (keyof Counts)[]) sum[name] += counts[name]
  return sum
}
