import { z } from 'zod'
import { type Actor, isShared, learnerOf } from '../actor.ts'
import type { World } from '../world.ts'

/** So many turns of one person are kept at most: as many as somebody scrolls back through. */
export const MOST_TURNS = 30
/** How long a turn is kept. Nothing looks at an older one, even before it is deleted. */
const KEPT = 30 * 86_400_000

/** What was said up to this moment is no longer kept. */
export const tooOldAt = (now: number): number => now - KEPT

/** On a shared computer nothing is kept and nothing shown, and a visitor has nowhere to keep it. */
export const keepsConversation = (actor: Actor): boolean => learnerOf(actor) !== null && !isShared(actor)

/** A reply as the chat showed it. The core reads its words; the rest is for whoever shows it again. */
export const reply = z.looseObject({
  paragraphs: z.array(z.string()),
  title: z.string().optional(),
  quotes: z.array(z.looseObject({ text: z.string(), label: z.string() })).optional(),
  after: z.array(z.string()).optional(),
})

export const turnContent = z.strictObject({
  /** Null where the words have a place of their own, and no second one. */
  said: z.string().nullable(),
  replies: z.array(reply),
})
export type TurnContent = z.infer<typeof turnContent>

export interface KeptTurn extends TurnContent {
  id: string
  saidAt: number
}

/** The turns of one person that are still kept at a moment, oldest first. */
export async function turnsOf(world: World, rootId: string, at: number): Promise<KeptTurn[]> {
  const rows = await world.db.read
    .selectFrom('turn')
    .innerJoin('learner', 'learner.id', 'turn.learner_id')
    .selectAll('turn')
    .where('learner.root_id', '=', rootId)
    .where('turn.said_at', '>', tooOldAt(at))
    .orderBy('turn.said_at', 'desc')
    .orderBy('turn.nth', 'desc')
    .orderBy('turn.id')
    // Two notebooks that were joined may each have brought as many.
    .limit(MOST_TURNS)
    .execute()
  const opened = await world.keys.openAll(rows.map(({ learner_id, sealed }) => ({ learnerId: learner_id, sealed })))
  return rows
    .flatMap(({ id, said_at }, i) => {
      const text = opened[i]
      return typeof text === 'string' ? [{ id, saidAt: said_at, ...turnContent.parse(JSON.parse(text)) }] : []
    })
    .reverse()
}
