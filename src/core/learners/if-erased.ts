import { type Actor, learnerOf } from '../actor.ts'
import { AppError } from '../errors.ts'
import { NoKey } from '../privacy/keys.ts'
import type { World } from '../world.ts'
import { rootOf } from './join-learners.ts'

/**
 * What to tell somebody who was erased, perhaps in another window, while a verb of theirs ran: the key goes first and
 * the rows a moment later, so either may be missing. Any other error is given back as it is.
 */
export async function ifErased(world: World, actor: Actor, error: unknown): Promise<unknown> {
  const learnerId = learnerOf(actor)
  if (learnerId === null || error instanceof AppError) return error
  const root = await rootOf(world.db, learnerId).catch(() => learnerId)
  if (root !== null && !(error instanceof NoKey)) return error
  return new AppError('signed-out', 'This notebook was deleted, so nothing more can be kept in it.')
}
