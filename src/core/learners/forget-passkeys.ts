import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { learnersOf } from './erase-learner.ts'

/** Forgets the acting learner's passkeys, all of them: a lost phone can't be told from another one here. */
export const forgetPasskeys = define({
  input: z.strictObject({}),
  async run({ db }, actor): Promise<void> {
    const learnerIds = await learnersOf(db, requireLearner(actor))
    await db.write([statement(db.draft.deleteFrom('passkey').where('learner_id', 'in', learnerIds))])
  },
})
