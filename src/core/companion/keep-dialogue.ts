import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { rootOf } from '../learners/join-learners.ts'

const input = z.strictObject({
  conversation: z.string().min(1).max(200),
  /** JSON; null when nothing is going on any more. */
  state: z.string().max(1_000_000).nullable(),
})

/** Keeps where the acting learner's conversation has got to, in place of what was kept before. */
export const keepDialogue = define({
  input,
  async run(world, actor, { conversation, state }): Promise<void> {
    const { db, keys, clock } = world
    // What was said may have joined this notebook to another.
    const learnerId = (await rootOf(db, requireLearner(actor))) ?? requireLearner(actor)
    const mine = db.draft.selectFrom('learner').select('id').where('root_id', '=', learnerId)
    const remove = db.draft
      .deleteFrom('dialogue')
      .where('conversation', '=', conversation)
      .where('learner_id', 'in', mine)
    if (state === null) {
      await db.write([statement(remove)])
      return
    }
    const row = {
      learner_id: learnerId,
      conversation,
      sealed_state: await keys.seal(learnerId, state),
      changed_at: clock.now(),
    }
    await db.write([statement(remove), statement(db.draft.insertInto('dialogue').values(row), 1)])
  },
})
