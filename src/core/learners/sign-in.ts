import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import type { World } from '../world.ts'
import { codeWaiting, proveAddress } from './account.ts'
import { CODE_DIGITS, CODE_TRIES } from './code-rules.ts'
import { emailAddress } from './email-address.ts'
import { learnersOf } from './erase-learner.ts'
import { ownerOf, proveIdentity } from './identity.ts'
import { mailboxOf } from './mailbox.ts'
import { mustBeSamePerson } from './same-person.ts'
import { type SignedIn, takeBrowser } from './take-browser.ts'

const input = z.strictObject({
  email: emailAddress,
  code: z
    .string(`Please type the ${CODE_DIGITS} digits of the code.`)
    .max(100)
    // People copy blanks and dashes along, and some keyboards write digits full width.
    .transform((typed) => typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, ''))
    .pipe(z.string().regex(new RegExp(`^\\d{${CODE_DIGITS}}$`), `The code has ${CODE_DIGITS} digits.`)),
  /** The secret in this browser's cookie. It ends with the sign-in, and a new one takes its place. */
  secret: z.string().max(200).nullable(),
  /** The learner says that another address of this notebook is theirs too. */
  together: z.boolean().default(false),
  /** Others use this computer too. */
  shared: z.boolean().default(false),
})

/**
 * Keeps the notebook of this browser under an e-mail address, once the code is right. Where that address already has a
 * notebook the two become one: every answer of both stays, as revisions in the order in which they were saved.
 */
export const signIn = define({
  input,
  async run(world, actor, { email, code, secret, together, shared }): Promise<SignedIn> {
    const learnerId = requireLearner(actor)
    if (!together) await mustBeSamePerson(world.db, learnerId, email)
    await prove(world, learnerId, email, code)
    // A second look is enough: the first can only lose to a sign-in that has committed meanwhile.
    for (let tries = 0; tries < 5; tries++) {
      const signedIn = await keep(world, { learnerId, email, secret, shared })
      if (signedIn) return signedIn
    }
    throw new AppError('unavailable', 'This didn’t work just now. Nothing was changed; please ask for a new code.')
  },
})

async function prove(world: World, learnerId: string, email: string, code: string): Promise<void> {
  // Tries in another browser don't count: nobody can use up the code that you are waiting for.
  const waiting = await codeWaiting(world, await learnersOf(world.db, learnerId), email)
  const proof = waiting && (await proveAddress(world, waiting.asker, email, code))
  if (proof?.proven) return
  const said = proof?.triesLeft
    ? `That isn’t the code. Please check the letter and type it again; ${proof.triesLeft === 1 ? 'one try is' : `${proof.triesLeft} tries are`} left.`
    : `No code for this address works in this browser any more. A code works once, for a few minutes and ${CODE_TRIES} tries, and only where it was asked for. Please ask for a new one.`
  throw new AppError('invalid', said, { fields: { code: said }, detail: { triesLeft: proof?.triesLeft ?? 0 } })
}

/** Writes that this address is proven, and who this is. Null when it must look again. */
async function keep(world: World, { email, ...browser }: Keeping): Promise<SignedIn | null> {
  const identity = { kind: 'email' as const, subject: email, mailbox: mailboxOf(email) }
  const owner = await ownerOf(world.db, identity)
  const proof = [proveIdentity(world, identity, { owner, learnerId: browser.learnerId })]
  return takeBrowser(world, { ...browser, into: owner, proof })
}

interface Keeping {
  learnerId: string
  email: string
  secret: string | null
  shared: boolean
}
