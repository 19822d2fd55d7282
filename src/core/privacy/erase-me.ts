import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { eraseAnswers } from '../answers/erase-answers.ts'
import { define } from '../define.ts'
import { eraseAccounts } from '../learners/account.ts'
import { eraseLearners, learnersOf } from '../learners/erase-learner.ts'

export interface Receipt {
  erasedAt: number
}

/**
 * Deletes everything of the acting learner at once: answers, browsers, sign-ins, and the keys that any copy in a backup
 * would need. The keys go first, so that a crash half-way leaves nothing that can be read.
 */
export const eraseMe = define({
  input: z.strictObject({ sure: z.literal('delete everything', 'Type the words to go on.') }),
  async run(world, actor): Promise<Receipt> {
    const ids = await learnersOf(world.db, requireLearner(actor))
    await world.keys.destroy(ids)
    await world.db.write([
      ...eraseAnswers(world.db, ids),
      ...eraseAccounts(world.db, ids),
      ...eraseLearners(world.db, ids),
    ])
    await world.db.scrub()
    return { erasedAt: world.clock.now() }
  },
})
