import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import type { World } from '../world.ts'
import { mustOwn } from './identity.ts'
import { joinLearners } from './join-learners.ts'
import { findOffer, type LinkOffer, useOffer } from './link-offer.ts'
import { LINK_MINUTES, type Linkable, linkable, typedLinkCode } from './link-rules.ts'
import { noteLinkTry } from './note-link-try.ts'
import { noteUse } from './use.ts'

const input = z.strictObject({
  /** The account that the code was typed from: the acting learner's own. */
  account: linkable,
  code: typedLinkCode,
  /** They made the code themselves, and both notebooks are theirs. */
  together: z.boolean().default(false),
})

/** already: they are one notebook. asks: the code is right, and nothing was done yet. joined: they are one now. */
export type Linked = { state: 'already' | 'asks' | 'joined' }

/**
 * Joins the notebook of a chat's account to the one that a code was made in, and every answer of both stays. Always asked
 * first: whoever makes somebody type a code of theirs would read what that person has written.
 */
export const linkWithCode = define({
  input,
  async run(world, actor, { account, code, together }): Promise<Linked> {
    const learnerId = requireLearner(actor)
    await mustOwn(world.db, learnerId, account)
    await noteLinkTry(world, account)
    for (let tries = 0; tries < 5; tries++) {
      const offer = await findOffer(world, code, false)
      if (!offer) throw noSuchCode()
      if (offer.root_id === learnerId) return { state: 'already' }
      if (!together) return { state: 'asks' }
      if (await join(world, learnerId, offer, account)) return { state: 'joined' }
    }
    throw new AppError('unavailable', 'This didn’t work just now. Nothing was changed; please try again.')
  },
})

/** False when either notebook was joined to another, or the code was used, meanwhile. */
async function join(world: World, from: string, offer: LinkOffer, account: Linkable): Promise<boolean> {
  const { db, clock } = world
  const unit: Statement[] = [
    ...joinLearners(db, from, offer.root_id),
    useOffer(db, offer),
    noteLinked(world, account),
    noteUse(db, offer.root_id, clock.now()),
  ]
  return (await db.write(unit)).committed
}

/** The statement that notes when an account was linked. */
export const noteLinked = ({ db, clock }: World, { kind, subject }: Linkable): Statement => {
  const note = db.draft.updateTable('identity').set({ linked_at: clock.now() })
  return statement(note.where('kind', '=', kind).where('subject', '=', subject), 1)
}

const noSuchCode = (): AppError =>
  new AppError(
    'invalid',
    `That isn’t a code that works now. A code works once, for ${LINK_MINUTES} minutes. Make a new one on your account page, and type it here.`,
  )
