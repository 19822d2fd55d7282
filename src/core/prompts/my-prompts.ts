import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { DEFAULTS, type PromptSettings, scheduleOf, toSettings } from './settings.ts'
import { teamsChatOf } from './teams-chat.ts'

export interface MyPrompts extends PromptSettings {
  /** A chat in Teams is known that they could come in. */
  teams: boolean
}

/** The acting learner's settings as they stand; the defaults, switched off, for somebody who never chose any. */
export const myPrompts = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<MyPrompts> {
    const learnerId = learnerOf(actor)
    const row = learnerId === null ? undefined : await scheduleOf(world.db, learnerId)
    if (!row || learnerId === null) return { ...DEFAULTS, teams: false }
    const teams = row.is_on === 1 && (await teamsChatOf(world, learnerId)) !== undefined
    return { ...toSettings(row, world.clock.now()), teams }
  },
})
