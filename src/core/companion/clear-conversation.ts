import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { learnersOf } from '../learners/erase-learner.ts'
import { rootOf } from '../learners/join-learners.ts'
import { forgetDialogues } from './forget-dialogues.ts'

/**
 * Removes the acting learner's conversation on the web at once: every turn, and where it had got to. Answers that were
 * given in it stay in the notebook.
 */
export const clearConversation = define({
  input: z.strictObject({}),
  async run({ db }, actor): Promise<{ cleared: true }> {
    const learnerId = requireLearner(actor)
    const mine = await learnersOf(db, (await rootOf(db, learnerId)) ?? learnerId)
    if (mine.length === 0) return { cleared: true }
    const remove = db.draft.deleteFrom('turn').where('learner_id', 'in', mine)
    await db.write([statement(remove), ...forgetDialogues(db, mine, 'chat')])
    await db.scrub()
    return { cleared: true }
  },
})
