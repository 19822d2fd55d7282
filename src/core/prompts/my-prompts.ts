import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { DEFAULTS, type PromptSettings, scheduleOf, toSettings } from './settings.ts'

/** The acting learner's settings as they stand; the defaults, switched off, for somebody who never chose any. */
export const myPrompts = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<PromptSettings> {
    const learnerId = learnerOf(actor)
    const row = learnerId === null ? undefined : await scheduleOf(world.db, learnerId)
    return row ? toSettings(row, world.clock.now()) : DEFAULTS
  },
})
