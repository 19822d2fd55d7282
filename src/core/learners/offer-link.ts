import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { newSecret } from '../id.ts'
import { mustOwn } from './identity.ts'
import { offerNotebook } from './link-offer.ts'
import { LINK_MINUTES, linkable } from './link-rules.ts'

export interface OfferedLink {
  /** For the link's address; only its hash is kept. */
  secret: string
  minutes: number
}

/** Makes a link that opens the notebook of a chat's account in a browser, once. */
export const offerLink = define({
  input: z.strictObject({
    /** The account that asks: the acting learner's own. */
    account: linkable,
  }),
  async run(world, actor, { account }): Promise<OfferedLink> {
    const learnerId = requireLearner(actor)
    await mustOwn(world.db, learnerId, account)
    const secret = newSecret()
    await offerNotebook(world, learnerId, secret, account)
    return { secret, minutes: LINK_MINUTES }
  },
})
