import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { eraseAnswers } from '../answers/erase-answers.ts'
import { define } from '../define.ts'
import { eraseAccounts } from '../learners/account.ts'
import { eraseLearners, learnersOf } from '../learners/erase-learner.ts'

/** Backups of keys are kept so long at most. */
const KEY_BACKUP_HOURS = 24

export interface Receipt {
  erasedAt: number
  /** When the last backup that could hold a key of theirs has gone. */
  completeBy: number
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
    const ids = await learnersOf(world.db, requireLearner(actor))
    await world.keys.destroy(ids)
    await world.db.write([
      ...eraseAnswers(world.db, ids),
      ...eraseAccounts(world.db, ids),
      ...eraseLearners(world.db, ids),
    ])
    await world.db.scrub()
    const erasedAt = world.clock.now()
    return { erasedAt, completeBy: erasedAt + KEY_BACKUP_HOURS * 3_600_000 }
  },
})
