import { AppError } from './errors.ts'

/**
 * Who acts. `learnerId` is the learner's root: what somebody wrote before two browsers were joined is theirs too.
 * A trainer has a notebook like everybody else, so every trainer is a learner. `shared`: they said that others use this
 * computer too, so its browser keeps nothing.
 */
export type Actor =
  | { kind: 'visitor' }
  | { kind: 'learner'; learnerId: string; shared?: true }
  | { kind: 'trainer'; learnerId: string; shared?: true }
  | { kind: 'system' }

export const VISITOR: Actor = { kind: 'visitor' }
export const SYSTEM: Actor = { kind: 'system' }

/** Whether the browser is to keep nothing, since others use this computer too. */
export const isShared = (actor: Actor): boolean => 'shared' in actor && actor.shared === true

/** The acting learner's id, or null for somebody who hasn't started a notebook. */
export const learnerOf = (actor: Actor): string | null => ('learnerId' in actor ? actor.learnerId : null)

export function requireLearner(actor: Actor): string {
  const id = learnerOf(actor)
  if (id === null) throw new AppError('signed-out', 'There is no notebook in this browser yet.')
  return id
}

export function requireTrainer(actor: Actor): string {
  // The same words as for something that isn't there, so that nobody can probe for trainers' pages.
  if (actor.kind !== 'trainer') throw new AppError('not-found', 'We couldn’t find that page.')
  return actor.learnerId
}

export function requireSystem(actor: Actor): void {
  if (actor.kind !== 'system') throw new AppError('not-found', 'We couldn’t find that page.')
}
