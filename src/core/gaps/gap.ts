import { z } from 'zod'
import { inChunks } from '../db/in-chunks.ts'
import { openIfKept } from '../privacy/keys.ts'
import type { World } from '../world.ts'

const DAY = 86_400_000
/** How long a question is kept. Nothing looks at an older one, even before it is deleted. */
const KEPT = 90 * DAY

export const dayOf = (at: number): number => Math.floor(at / DAY)
/** What was asked up to this moment is no longer kept. */
export const tooOldAt = (now: number): number => now - KEPT
export const keptUntil = (askedAt: number): number => askedAt + KEPT

/** That it was counted: in which cohort, at which tick, and the heading that the trainer was shown. */
export const counting = z.strictObject({ cohort: z.string(), closedAt: z.number(), under: z.string() })
export type Counting = z.infer<typeof counting>

const gapContent = z.strictObject({
  question: z.string(),
  /** The clauses nearest to it, best first, by their permanent ids. */
  clauses: z.array(z.string()),
  counted: counting.optional(),
})
export type GapContent = z.infer<typeof gapContent>

/** A question that the companion couldn't answer, opened. */
export interface Gap extends GapContent {
  root: string
  learnerId: string
  day: number
  nth: number
  id: string
  askedAt: number
  /** As it is stored, so that a write can say which one it saw. */
  sealed: string
}

/** What these people asked that is still kept at a moment, by root, oldest first. */
export async function gapsOf(world: World, rootIds: string[], at: number): Promise<Map<string, Gap[]>> {
  const rows = await inChunks(rootIds, (chunk) =>
    world.db.read
      .selectFrom('gap')
      .innerJoin('learner', 'learner.id', 'gap.learner_id')
      .where('learner.root_id', 'in', chunk)
      .where('gap.asked_at', '>', tooOldAt(at))
      .where('gap.asked_at', '<=', at)
      .selectAll('gap')
      .select('learner.root_id')
      .orderBy('gap.asked_at')
      .orderBy('gap.day')
      .orderBy('gap.nth')
      .orderBy('gap.learner_id')
      .execute(),
  )
  const found = new Map<string, Gap[]>()
  for (const { root_id: root, learner_id: learnerId, asked_at: askedAt, day, nth, id, sealed } of rows) {
    const text = await openIfKept(world.keys, learnerId, sealed)
    if (text === null) continue
    const gap = { root, learnerId, day, nth, id, askedAt, sealed, ...gapContent.parse(JSON.parse(text)) }
    found.set(root, [...(found.get(root) ?? []), gap])
  }
  return found
}
