import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { readTexts } from './approved-text.ts'
import { takeBack } from './take-back.ts'

/**
 * Takes back the words that the actor approved for a question. What waits never goes out. What is shown goes with the
 * next tick, and the others are shuffled then: nobody can see when it was taken back, or which of them it was near.
 */
export const withdrawText = define({
  input: z.strictObject({ question: z.string().max(100) }),
  async run(world, actor, { question }): Promise<{ withdrawn: true }> {
    const root = requireLearner(actor)
    // A second look is enough: the first can only lose to a tick that has made a card of it.
    for (let tries = 0; tries < 3; tries++) {
      const texts = await readTexts(world, [root], question)
      const unit = takeBack(world, texts)
      if (unit.length === 0 || (await world.db.write(unit)).committed) return { withdrawn: true }
    }
    throw new AppError('unavailable', 'This couldn’t be taken back just now. Please try again.')
  },
})
