import { type Db, type Statement, statement } from '../db/db.ts'
import type { World } from '../world.ts'
import { readTexts } from './approved-text.ts'
import { takeBack } from './take-back.ts'

/**
 * Takes back everything that somebody approved, before their key is destroyed: nobody could tell afterwards which cards
 * were theirs. False when a tick made a card of one meanwhile, and it has to be looked up again.
 */
export async function takeBackAll(world: World, root: string): Promise<boolean> {
  const unit = takeBack(world, await readTexts(world, [root]))
  return unit.length === 0 || (await world.db.write(unit)).committed
}

/** The statements that delete everything these learners approved. */
export const eraseTexts = (db: Db, learnerIds: string[]): Statement[] => [
  statement(db.draft.deleteFrom('approved_text').where('learner_id', 'in', learnerIds)),
]
