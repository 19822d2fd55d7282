import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import type { World } from '../world.ts'
import { addressesOf } from './addresses.ts'
import { ownerOf } from './identity.ts'
import { findOffer, type LinkOffer } from './link-offer.ts'
import { LINK_MINUTES, type Linkable } from './link-rules.ts'

export interface ShownLink {
  /** Where it was asked for. */
  kind: Linkable['kind']
  /** What this browser has: no notebook, the same one, or another. */
  here: 'nothing' | 'same' | 'other'
  /** Proven addresses of the other one. */
  addresses: string[]
}

/** What a link would do in this browser. Nothing is done and nothing used up by looking, whoever looks. */
export const showLink = define({
  input: z.strictObject({ link: z.string().max(200) }),
  async run(world, actor, { link }): Promise<ShownLink> {
    const { account, offer } = await waitingLink(world, link)
    const learnerId = learnerOf(actor)
    const here = learnerId === null ? 'nothing' : learnerId === offer.root_id ? 'same' : 'other'
    return {
      kind: account.kind,
      here,
      addresses: here === 'other' ? await addressesOf(world.db, learnerId as string) : [],
    }
  },
})

/** A link that works, with the account that asked for it, while that account is linked to the same notebook. */
export async function waitingLink(world: World, link: string): Promise<{ offer: LinkOffer; account: Linkable }> {
  const offer = await findOffer(world, link, true)
  const account = offer?.kind && offer.subject ? { kind: offer.kind, subject: offer.subject } : null
  if (!offer || !account || (await ownerOf(world.db, account)) !== offer.root_id)
    throw new AppError(
      'not-found',
      `This link doesn’t work any more. A link works once, for ${LINK_MINUTES} minutes. Nothing is lost: write “link” to the companion again, and it sends you a new one.`,
    )
  return { offer, account }
}
