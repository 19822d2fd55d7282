import { type Actor, learnerOf } from '../actor.ts'
import { AppError } from '../errors.ts'
import { hashSecret } from '../id.ts'
import type { World } from '../world.ts'
import { learnersOf } from './erase-learner.ts'

/**
 * Tells one notebook from another in its learner's own browser: 16 characters that open nothing and lead to nobody.
 * Words that wait in a browser carry it, so that they don't land in somebody else's notebook.
 */
export const notebookMark = (learnerId: string): string => hashSecret(`notebook ${learnerId}`).slice(0, 16)

/** Refuses words that were written in a notebook other than the actor's. Those joined into it are the actor's too. */
export async function mustBeOf({ db }: World, actor: Actor, mark: string): Promise<void> {
  const learnerId = learnerOf(actor)
  if (learnerId !== null) {
    if (mark === notebookMark(learnerId)) return
    if ((await learnersOf(db, learnerId)).some((id) => mark === notebookMark(id))) return
  }
  throw new AppError(
    'other-notebook',
    'These words were written in a notebook that isn’t open in this browser now. Nothing was saved.',
  )
}
