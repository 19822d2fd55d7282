import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { eraseAnswers } from '../answers/erase-answers.ts'
import { forgetWhoConnected } from '../channels/forget-who-connected.ts'
import { DAY } from '../cohorts/tick-time.ts'
import { nextMonday } from '../cohorts/uk-time.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { eraseEvidence } from '../evidence/erase-evidence.ts'
import { eraseAccounts } from '../learners/account.ts'
import { eraseLearners, learnersOf } from '../learners/erase-learner.ts'
import { isRoot, rootOf } from '../learners/join-learners.ts'
import { erasePrompts } from '../prompts/erase-prompts.ts'
import { takeBackEverything } from '../research/take-back-consent.ts'
import { eraseTexts, takeBackAll } from '../texts/erase-texts.ts'
import { myTextsOf } from '../texts/my-text.ts'
import type { World } from '../world.ts'

/** Backups of keys are kept so long at most. */
const KEY_BACKUP_HOURS = 24

export interface Receipt {
  erasedAt: number
  /** When the last backup that could hold a key of theirs has gone, and words of theirs that a course was shown. */
  completeBy: number
  /** Research files that hold counts with them in them. They have left, and nothing can be taken out of them. */
  files: string[]
}

/**
 * Deletes everything of the acting learner at once: answers, browsers, sign-ins, and the keys that any copy in a backup
 * would need. The keys go first, so that a crash half-way leaves nothing that can be read.
 */
export const eraseMe = define({
  input: z.strictObject({
    sure: z
      .string('Type the words “delete everything” to go on.')
      .transform((typed) => typed.trim().toLowerCase())
      .pipe(z.literal('delete everything', 'Type the words “delete everything” to go on.')),
  }),
  async run(world, actor): Promise<Receipt> {
    // Whoever loads the receipt again sends this again.
    if (actor.kind === 'visitor')
      throw new AppError(
        'signed-out',
        'No notebook is open in this browser, so nothing was deleted just now. If you deleted yours a moment ago, that is done.',
      )
    return eraseEverything(world, requireLearner(actor))
  },
})

/** The same for somebody who can't ask for it any more. */
export async function eraseEverything(world: World, learnerId: string): Promise<Receipt> {
  const { clock, config } = world
  const files = new Set<string>()
  const wasShown = (await myTextsOf(world, learnerId)).some((text) => text.since !== null)
  // A second look is enough: the first can only lose to a browser that was joined, or a tick that came, meanwhile.
  for (let tries = 0; !(await erase(world, learnerId, files)); tries++)
    if (tries === 5) throw new AppError('unavailable', 'Not everything could be deleted just now. Please try again.')
  await world.db.scrub()
  const erasedAt = clock.now()
  const keysGone = erasedAt + KEY_BACKUP_HOURS * 3_600_000
  // Cards go with a tick; where none comes in the week after the next Monday, they go on that Monday.
  const cardsGone = wasShown ? nextMonday(erasedAt, config.tickHour) + 7 * DAY + KEY_BACKUP_HOURS * 3_600_000 : 0
  return { erasedAt, completeBy: Math.max(keysGone, cardsGone), files: [...files].sort() }
}

/** False when this learner was joined to somebody meanwhile, or somebody to them: who goes has to be looked up again. */
async function erase(world: World, learnerId: string, files: Set<string>): Promise<boolean> {
  const { db, keys } = world
  const root = await rootOf(db, learnerId)
  // Deleted in another window a moment ago.
  if (root === null) return true
  // While the key is there: afterwards nobody can say which files these were.
  for (const file of await takeBackEverything(world, root)) files.add(file)
  const ids = await learnersOf(db, root)
  const channels = await forgetWhoConnected(world, root)
  if (!(await takeBackAll(world, root))) return false
  await keys.destroy(ids)
  const result = await db.write([
    // First, so that whoever joins is waited for, and then seen.
    isRoot(db, root),
    ...eraseAnswers(db, ids),
    ...eraseTexts(db, ids),
    ...eraseEvidence(db, ids),
    ...erasePrompts(db, ids),
    ...channels,
    ...eraseAccounts(db, ids),
    ...eraseLearners(db, root, ids),
  ])
  return result.committed
}
