import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { codeWaiting } from './account.ts'
import { learnersOf } from './erase-learner.ts'

/** The address that the actor's newest code went to, while it works; null when none is waiting in this browser. */
export const waitingCode = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<{ email: string | null }> {
    const learnerId = learnerOf(actor)
    const waiting = learnerId === null ? null : await codeWaiting(world, await learnersOf(world.db, learnerId))
    return { email: waiting?.address ?? null }
  },
})
