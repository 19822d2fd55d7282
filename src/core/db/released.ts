import type { ReadonlyKysely } from 'kysely/readonly'
import type { ReleasedCardView } from '../cards/table.ts'
import type { ReleasedBatchView, ReleasedGapView } from '../release/table.ts'

/** Every view that insights may read, by name. Each is described beside its noun; a migration makes it. */
export interface ReleasedDatabase {
  released_batch: ReleasedBatchView
  released_card: ReleasedCardView
  released_gap: ReleasedGapView
}

/** The same names for the program to go by. */
const VIEWS: Record<keyof ReleasedDatabase, true> = {
  released_batch: true,
  released_card: true,
  released_gap: true,
}
export const RELEASED_VIEWS = Object.keys(VIEWS)

/**
 * What trainers' pages read through: a connection of its own, which the database itself keeps to these views. It has no
 * way to an answer, a learner, a member or a key, and can't write.
 */
export type Released = ReadonlyKysely<ReleasedDatabase>

export type OpenReleased = { released: Released; close(): Promise<void> }
