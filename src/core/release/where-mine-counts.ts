import { whereItCounts } from '../cohorts/where-it-counts.ts'
import type { World } from '../world.ts'
import { readReceipts } from './receipts.ts'

/** The cohort in which the actor's answer to a question counts: where it was counted before, or else where it would be. */
export async function whereMineCounts(world: World, root: string, questionId: string): Promise<string | null> {
  const receipts = await readReceipts(world, [root])
  const home = await whereItCounts(world.db, [root], world.clock.now())
  return receipts(root, questionId)[0]?.cohort ?? home(root, questionId)
}
