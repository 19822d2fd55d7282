import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import type { World } from '../world.ts'
import { noteChoice } from './note-choice.ts'
import type { Choosable } from './words.ts'

const input = z.strictObject({
  /** quoting: personal answers, by the companion, in private. model: what is asked of the standards, by a model. */
  what: z.enum(['quoting', 'model']),
  yes: z.boolean('Choose yes or no.'),
})

/** The acting learner says yes or no to something. It holds at once, everywhere, until they say otherwise. */
export const choose = define({
  input,
  async run(world, actor, { what, yes }): Promise<{ what: Choosable; yes: boolean }> {
    await keepChoice(world, requireLearner(actor), what, yes)
    return { what, yes }
  },
})

export async function keepChoice(world: World, learnerId: string, what: Choosable, yes: boolean): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const unit = await noteChoice(world, learnerId, { kind: what }, yes)
    if (unit.length === 0 || (await world.db.write(unit)).committed) return
  }
  throw new AppError('unavailable', 'This couldn’t be saved just now. Nothing was changed; please try again.')
}
