import { z } from 'zod'
import { inChunks } from '../db/in-chunks.ts'
import { openIfKept } from '../privacy/keys.ts'
import type { World } from '../world.ts'

/** What is sealed of an approval. */
export const approvedText = z.strictObject({
  cohort: z.string(),
  /** Exactly what its author approved. */
  words: z.string(),
  /** Why it stays with its author: it may name somebody, hold contact details or tell of harm. Null when it may go out. */
  held: z.enum(['names-somebody', 'contact', 'harm']).nullable(),
  /** The card it became, and the tick at which. */
  card: z.strictObject({ id: z.string(), since: z.number() }).nullable(),
})
export type ApprovedText = z.infer<typeof approvedText>
export type Held = NonNullable<ApprovedText['held']>

/** An approval with its row, opened. */
export interface OpenedText extends ApprovedText {
  root: string
  learnerId: string
  questionId: string
  nth: number
  sealed: string
  approvedAt: number
  withdrawnAt: number | null
}

export const sealText = (world: World, learnerId: string, text: ApprovedText): Promise<string> =>
  world.keys.seal(learnerId, JSON.stringify(text))

/** Everything that these people ever approved, oldest first, also what they took back. */
export async function readTexts(world: World, roots: string[], questionId?: string): Promise<OpenedText[]> {
  const rows = await inChunks(roots, (chunk) => {
    const query = world.db.read
      .selectFrom('approved_text')
      .innerJoin('learner', 'learner.id', 'approved_text.learner_id')
      .where('learner.root_id', 'in', chunk)
      .selectAll('approved_text')
      .select('learner.root_id')
      .orderBy('approved_text.approved_at')
      .orderBy('approved_text.nth')
      .orderBy('approved_text.learner_id')
    return (questionId === undefined ? query : query.where('approved_text.question_id', '=', questionId)).execute()
  })
  const opened: OpenedText[] = []
  for (const row of rows) {
    const json = await openIfKept(world.keys, row.learner_id, row.sealed)
    if (json === null) continue
    opened.push({
      ...approvedText.parse(JSON.parse(json)),
      root: row.root_id,
      learnerId: row.learner_id,
      questionId: row.question_id,
      nth: row.nth,
      sealed: row.sealed,
      approvedAt: row.approved_at,
      withdrawnAt: row.withdrawn_at,
    })
  }
  return opened
}
