import { type Statement, statement } from '../db/db.ts'
import { chunksOf } from '../db/in-chunks.ts'
import { type Counting, counting } from '../gaps/gap.ts'
import { newPublicId } from '../id.ts'
import { openIfKept } from '../privacy/keys.ts'
import type { World } from '../world.ts'

/** What was shown of somebody's questions in a cohort: the tick as an ISO time, and the heading. */
export interface MyShownGap {
  closedAt: string
  under: string
}

/** Statements that give each of these people a receipt, sealed under their own key. */
export async function gapReceipts(world: World, given: { root: string; counted: Counting }[]): Promise<Statement[]> {
  const rows = await Promise.all(
    given.map(async ({ root, counted }) => ({
      learner_id: root,
      id: newPublicId(),
      sealed: await world.keys.seal(root, JSON.stringify(counted)),
    })),
  )
  return chunksOf(rows).map((chunk) => statement(world.db.draft.insertInto('gap_receipt').values(chunk), chunk.length))
}

/** The actor's receipts of a cohort, oldest first. They stay when the questions themselves are deleted. */
export const myShownGapsIn = async (world: World, learnerId: string, cohortId: string): Promise<MyShownGap[]> =>
  (await myShownGaps(world, learnerId))
    .filter(({ cohort }) => cohort === cohortId)
    .map(({ closedAt, under }) => ({ closedAt, under }))

/** The same of every cohort. */
export async function myShownGaps(world: World, learnerId: string): Promise<(MyShownGap & { cohort: string })[]> {
  const rows = await world.db.read
    .selectFrom('gap_receipt')
    .innerJoin('learner', 'learner.id', 'gap_receipt.learner_id')
    .where('learner.root_id', '=', learnerId)
    .select(['gap_receipt.learner_id', 'gap_receipt.sealed'])
    .execute()
  const texts = await Promise.all(rows.map((row) => openIfKept(world.keys, row.learner_id, row.sealed)))
  return texts
    .filter((text) => text !== null)
    .map((text) => counting.parse(JSON.parse(text)))
    .sort((a, b) => a.closedAt - b.closedAt || (a.under < b.under ? -1 : 1))
    .map(({ cohort, closedAt, under }) => ({ cohort, closedAt: new Date(closedAt).toISOString(), under }))
}
