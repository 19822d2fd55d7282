import { hasAnswered } from '../answers/revision.ts'
import { type Statement, statement } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { hashSecret } from '../id.ts'
import { endCalendars } from '../prompts/calendar-address.ts'
import type { World } from '../world.ts'
import { canComeBack } from './can-come-back.ts'
import { closeElsewhere } from './close-elsewhere.ts'
import { isRoot, joinLearners, rootOf } from './join-learners.ts'
import { newDevice } from './start-notebook.ts'
import { noteUse } from './use.ts'

export interface SignedIn {
  /** For the cookie; only its hash is stored. */
  secret: string
  /** Two notebooks became one. */
  joined: boolean
  /** And there were answers in the one that lay open: asking for a code begins an empty one. */
  withAnswers: boolean
}

interface Taking {
  /** Whose notebook lies open in this browser; null where there is none yet. */
  learnerId: string | null
  /** Whose notebook was proven; null where it is the one that lies open. */
  into: string | null
  /** The secret in this browser's cookie. It ends here, and a new one takes its place. */
  secret: string | null
  shared: boolean
  /** What notes the proof. */
  proof: Statement[]
}

/**
 * Opens a proven notebook in this browser: the one that lay open is joined to it, and the browser gets a new secret, all
 * at once. Where nobody had proven whose that was, somebody else may have prepared it on a shared computer: it is closed
 * everywhere else (decision 046). Null when somebody else was joined or proven meanwhile, and it must be looked at again.
 */
export async function takeBrowser(world: World, taking: Taking): Promise<SignedIn | null> {
  const { db } = world
  const { learnerId, secret, shared, proof } = taking
  const own = learnerId === null ? taking.into : await rootOf(db, learnerId)
  if (own === null) throw new AppError('signed-out', 'This notebook was deleted in another window.')
  const into = taking.into ?? own
  const joined = into !== own
  const withAnswers = joined && (await hasAnswered(db, own))
  const device = newDevice(world, into, shared)
  const unknown = learnerId !== null && !(await canComeBack(db, own))
  const unit: Statement[] = [
    isRoot(db, own),
    ...(unknown ? closeElsewhere(db, own) : []),
    ...(unknown && joined ? [statement(endCalendars(db, own))] : []),
    ...(joined ? joinLearners(db, own, into) : []),
    ...proof,
    statement(db.draft.deleteFrom('device').where('secret_hash', '=', hashSecret(secret ?? ''))),
    device.insert,
    noteUse(db, into, world.clock.now()),
  ]
  const result = await db.write(unit)
  return result.committed ? { secret: device.secret, joined, withAnswers } : null
}
