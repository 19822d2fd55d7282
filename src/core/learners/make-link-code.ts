import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { offerNotebook } from './link-offer.ts'
import { LINK_MINUTES, newLinkCode, typedLinkCode } from './link-rules.ts'

export interface LinkCode {
  /** Shown once, and kept only as a hash. */
  code: string
  minutes: number
}

/** Makes the code that the acting learner types in a chat to use this notebook there. An earlier one works no more. */
export const makeLinkCode = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<LinkCode> {
    const learnerId = requireLearner(actor)
    const code = newLinkCode()
    await offerNotebook(world, learnerId, typedLinkCode.parse(code), null)
    return { code, minutes: LINK_MINUTES }
  },
})
