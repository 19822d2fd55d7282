import { z } from 'zod'
import { statement } from '../db/db.ts'
import type { World } from '../world.ts'

/** The name of the key that they are sealed under: whoever asks there is a visitor and has none. */
export const ASIDES = 'asides'

/** Who asked, and where. */
export const asider = z.strictObject({
  /** The companion's own name of the conversation. */
  place: z.string().min(1).max(100),
  /** What the platform calls them; it isn't kept as it is. */
  asker: z.string().min(1).max(2000),
})

/** Deletes those that were over at a moment. */
export async function deleteOldAsides({ db }: World, now: number): Promise<void> {
  await db.write([statement(db.draft.deleteFrom('aside').where('ends_at', '<=', now))])
}
