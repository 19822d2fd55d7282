import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'

/**
 * Deletes a question that was kept. If it waited to be counted, it no longer does; a heading that was shown already
 * stays shown.
 */
export const forgetGap = define({
  input: z.strictObject({ gap: z.string('Say which question.').max(100) }),
  async run({ db }, actor, { gap }): Promise<{ forgotten: true }> {
    const learnerId = requireLearner(actor)
    const mine = db.draft.selectFrom('learner').select('id').where('root_id', '=', learnerId)
    const remove = db.draft.deleteFrom('gap').where('id', '=', gap).where('learner_id', 'in', mine)
    const { committed } = await db.write([statement(remove, 1)])
    if (!committed) throw notFound('that question')
    await db.scrub()
    return { forgotten: true }
  },
})
