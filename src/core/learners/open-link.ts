import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { useOffer } from './link-offer.ts'
import { noteLinked } from './link-with-code.ts'
import { areBothYours } from './same-person.ts'
import { waitingLink } from './show-link.ts'
import { type SignedIn, takeBrowser } from './take-browser.ts'

const input = z.strictObject({
  link: z.string().max(200),
  /** The secret in this browser's cookie, if it has one. It ends here, and a new one takes its place. */
  secret: z.string().max(200).nullable(),
  /** The learner asked for the link themselves, and what is in this browser is theirs too. */
  together: z.boolean().default(false),
  /** Others use this computer too. */
  shared: z.boolean().default(false),
})

/**
 * Opens a chat's notebook in this browser. Another that lies open here is joined to it, always asked first: whoever makes
 * somebody open a link of theirs would read what that person has written.
 */
export const openLink = define({
  input,
  async run(world, actor, { link, secret, together, shared }): Promise<SignedIn> {
    const learnerId = learnerOf(actor)
    for (let tries = 0; tries < 5; tries++) {
      const { offer, account } = await waitingLink(world, link)
      const into = offer.root_id
      if (learnerId !== null && learnerId !== into && !together) throw await areBothYours(world.db, learnerId)
      const proof = [useOffer(world.db, offer), noteLinked(world, account)]
      const opened = await takeBrowser(world, { learnerId, into, secret, shared, proof })
      if (opened) return opened
    }
    throw new AppError('unavailable', 'This didn’t work just now. Nothing was changed; please try again.')
  },
})
