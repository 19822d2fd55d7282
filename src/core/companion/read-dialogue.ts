import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { openIfKept } from '../privacy/keys.ts'

/** Where the acting learner's conversation has got to, as `keepDialogue` was given it; null when nothing is going on. */
export const readDialogue = define({
  input: z.strictObject({ conversation: z.string().min(1).max(200) }),
  async run(world, actor, { conversation }): Promise<string | null> {
    const row = await world.db.read
      .selectFrom('dialogue')
      .innerJoin('learner', 'learner.id', 'dialogue.learner_id')
      .select(['dialogue.learner_id', 'dialogue.sealed_state'])
      .where('learner.root_id', '=', requireLearner(actor))
      .where('dialogue.conversation', '=', conversation)
      // Two learners who were joined may each have left one.
      .orderBy('dialogue.changed_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row ? openIfKept(world.keys, row.learner_id, row.sealed_state) : null
  },
})
