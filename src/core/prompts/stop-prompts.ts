import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { endPrompts } from './end-prompts.ts'

/**
 * Switches prompts off at once, and drops what was about to be sent. The other settings stay for another time. True when
 * they were on.
 */
export const stopPrompts = define({
  input: z.strictObject({}),
  async run({ db }, actor): Promise<boolean> {
    const learnerId = learnerOf(actor)
    if (learnerId === null) return false
    const result = await db.write(endPrompts(db, learnerId))
    return result.committed && (result.changes[0] ?? 0) > 0
  },
})
