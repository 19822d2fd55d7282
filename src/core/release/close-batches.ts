import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { type LatestTick, latestTicks } from '../cohorts/latest-ticks.ts'
import { deleteOldAsides } from '../companion/asides.ts'
import { deleteOldTurns } from '../companion/delete-old-turns.ts'
import { define } from '../define.ts'
import { AppError, nameOf } from '../errors.ts'
import { deleteOldGaps } from '../gaps/delete-old-gaps.ts'
import type { World } from '../world.ts'
import { clearCards } from './cards.ts'
import { closeCohort } from './close-cohort.ts'

export interface Closed {
  /** Cohorts that had a tick to close. */
  cohorts: number
  batches: number
  /** Cohorts that couldn't be closed this time, and stay due. */
  failed: number
}

/** So many cohorts of one moment at once: the database works on some while others are opened and counted. */
const AT_ONCE = 4

/**
 * Closes every tick that is due by `at` (now, when absent). Each is closed once, whatever runs twice or crashes; several
 * that were missed are caught up as one, at the newest of them. What trainers read changes here and nowhere else. Then
 * questions that were kept for 90 days, and turns of the chat that were kept for 30, are deleted.
 */
export const closeBatches = define({
  input: z.strictObject({ at: z.int().optional() }),
  async run(world, actor, { at }): Promise<Closed> {
    requireSystem(actor)
    const now = world.clock.now()
    const until = at ?? now
    if (until > now && world.config.production)
      throw new AppError('invalid', 'That time is still to come, and a tick can’t be closed before its time.')
    const closed: Closed = { cohorts: 0, batches: 0, failed: 0 }
    const close = async ({ cohortId, at }: LatestTick) => {
      closed.cohorts++
      try {
        const batches = await closeCohort(world, cohortId, at)
        closed.batches += batches ?? 0
      } catch (error) {
        // One cohort's trouble must not hold the others up. Nothing of it was written; the next tick tries again.
        closed.failed++
        world.log('closing-failed', { name: nameOf(error) })
      }
    }
    // Earlier moments first: where an answer counts may depend on it.
    for (const due of Map.groupBy(await dueTicks(world, until), (tick) => tick.at).values()) {
      const left = due.values()
      const lane = async () => {
        for (const tick of left) await close(tick)
      }
      await Promise.all(Array.from({ length: AT_ONCE }, lane))
    }
    await clearCards(world, until)
    await deleteOldGaps(world, Math.max(now, until))
    await deleteOldTurns(world, Math.max(now, until))
    await deleteOldAsides(world, now)
    return closed
  },
})

async function dueTicks(world: World, until: number) {
  const rows = await world.db.read.selectFrom('closing').select(['cohort_id', 'closed_at']).execute()
  const closedAt = new Map(rows.map((row) => [row.cohort_id, row.closed_at]))
  return (await latestTicks(world, until)).filter(
    (tick) => tick.at > (closedAt.get(tick.cohortId) ?? Number.NEGATIVE_INFINITY),
  )
}
