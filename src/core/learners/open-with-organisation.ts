import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError, nameOf } from '../errors.ts'
import { hashSecret } from '../id.ts'
import type { World } from '../world.ts'
import { canComeBack } from './can-come-back.ts'
import { ownerOf, proveIdentity } from './identity.ts'
import { mailboxOf } from './mailbox.ts'
import { backFrom, openOrganisation } from './organisation.ts'
import { siteAddress } from './passkey.ts'
import type { OrganisationVisitTable } from './table.ts'
import { type SignedIn, takeBrowser } from './take-browser.ts'

/** Of whom an organisation names: `sub` has up to 255 characters (OpenID Connect Core 1.0, section 2). */
const LONGEST_NAME = 255

/**
 * Keeps the notebook of this browser under somebody's account at the organisation, once that has sent them back. Where the
 * account has a notebook already, the two become one, unless the one that lies open can be come back to in another way: on
 * a shared computer it may be somebody else's.
 */
export const openWithOrganisation = define({
  input: z.strictObject({
    site: siteAddress,
    /** What the organisation added to the address: its code, or why there is none. */
    query: z.string().max(10_000),
    /** The secret in this browser's cookie. It ends with the sign-in, and a new one takes its place. */
    secret: z.string().max(200).nullable(),
    /** Others use this computer too. */
    shared: z.boolean().default(false),
  }),
  async run(world, actor, { site, query, secret, shared }): Promise<SignedIn> {
    const learnerId = requireLearner(actor)
    const person = await prove(world, learnerId, site, query)
    // A second look is enough: the first can only lose to a sign-in that has committed meanwhile.
    for (let tries = 0; tries < 5; tries++) {
      const into = await ownerOf(world.db, person)
      if (into !== null && into !== learnerId && (await canComeBack(world.db, learnerId)))
        throw new AppError(
          'invalid',
          'Another notebook is open in this browser, and kept safe already. Sign out of it first, then sign in again.',
        )
      const proof = [proveIdentity(world, person, { owner: into, learnerId })]
      const opened = await takeBrowser(world, { learnerId, into, secret, shared, proof })
      if (opened) return opened
    }
    throw new AppError('unavailable', 'This didn’t work just now. Nothing was changed; please try again.')
  },
})

interface Person {
  kind: 'organisation'
  /** The organisation's address and its name for this person. */
  subject: string
  mailbox: string | null
}

/** Who it is, as the organisation says. */
async function prove(world: World, learnerId: string, site: string, query: string): Promise<Person> {
  const { client, known, name } = await openOrganisation(world)
  const state = new URLSearchParams(query).get('state') ?? ''
  const visit = await endVisit(world, learnerId, state)
  const failed = (why: string) =>
    new AppError('invalid', `${why} Nothing was changed. You can try again, or use your e-mail address.`)
  if (!visit) throw failed(`This browser wasn’t waiting for ${name}, or not any more.`)
  const checks = { pkceCodeVerifier: visit.verifier, expectedNonce: visit.nonce, expectedState: state }
  const tokens = await client
    .authorizationCodeGrant(known, new URL(`${backFrom(site)}?${query}`), checks)
    .catch((error) => {
      world.log('organisation-refused', { name: nameOf(error) })
      throw failed(`${name} didn’t let you in.`)
    })
  const claims = tokens.claims()
  if (!claims || claims.sub.length > LONGEST_NAME) throw failed(`${name} didn’t say who you are.`)
  // Some say nothing of whether it was proven; where one says that it wasn't, it may be anybody's.
  const isProven = typeof claims.email === 'string' && claims.email_verified !== false
  const email = isProven ? String(claims.email).toLowerCase() : null
  return {
    kind: 'organisation',
    subject: `${claims.iss} ${claims.sub}`,
    mailbox: email === null ? null : mailboxOf(email),
  }
}

/** Takes the visit that this state belongs to, once, if this learner is who made it. */
async function endVisit(world: World, learnerId: string, state: string): Promise<OrganisationVisitTable | null> {
  const { db, clock } = world
  const visit = await db.read
    .selectFrom('organisation_visit')
    .innerJoin('learner', 'learner.id', 'organisation_visit.learner_id')
    .selectAll('organisation_visit')
    .where('state_hash', '=', hashSecret(state))
    .where('learner.root_id', '=', learnerId)
    .where('expires_at', '>', clock.now())
    .executeTakeFirst()
  if (!visit) return null
  const taken = db.draft.deleteFrom('organisation_visit').where('state_hash', '=', visit.state_hash)
  return (await db.write([statement(taken, 1)])).committed ? visit : null
}
