import { z } from 'zod'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'
import { assessableClause } from './assessable.ts'
import { type EvidenceRow, rowOf } from './evidence-row.ts'
import { gatherEvidence } from './gather.ts'
import { type EvidencePiece, toPiece } from './piece.ts'

export interface EvidenceForClause {
  /** Whether the clause is part of an assessment. Nothing is collected for any other. */
  isAssessed: boolean
  /** Null where nothing is collected. */
  row: EvidenceRow | null
  /** The actor's other answers, any of which they may choose, in reading order and without their words. */
  others: EvidencePiece[]
}

/** One clause beside what the actor has for it. A visitor has nothing. */
export const evidenceForClause = define({
  input: z.strictObject({ clause: z.string().max(100) }),
  async run(world, actor, wanted): Promise<EvidenceForClause> {
    const { standards } = world.content
    if (!standards.clause(wanted.clause)) throw notFound('that clause')
    const clause = assessableClause(standards, wanted.clause)
    if (!clause) return { isAssessed: false, row: null, others: [] }
    const gathered = await gatherEvidence(world, actor)
    const row = rowOf(gathered, clause)
    const placed = [...row.confirmed, ...row.suggested, ...row.dismissed, ...row.privateNotes].map((p) => p.question.id)
    const others = gathered.answers.filter(({ question }) => !placed.includes(question.id))
    return { isAssessed: true, row, others: others.map((answer) => ({ ...toPiece(answer), lines: [] })) }
  },
})
