import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import type { World } from '../world.ts'
import { canComeBack } from './can-come-back.ts'
import { useChallenge } from './challenge.ts'
import { credential, noPasskey, siteAddress, siteName, webauthn } from './passkey.ts'
import type { PasskeyTable } from './table.ts'
import { type SignedIn, takeBrowser } from './take-browser.ts'

type Known = PasskeyTable & { root_id: string }

/**
 * Opens the notebook of a passkey in this browser. What was written in it so far comes along, unless it belongs to somebody
 * who can come back to it themselves.
 */
export const openWithPasskey = define({
  input: z.strictObject({
    site: siteAddress,
    passkey: credential,
    /** The secret in this browser's cookie, if it has one. */
    secret: z.string().max(200).nullable(),
    /** Others use this computer too. */
    shared: z.boolean().default(false),
  }),
  async run(world, actor, { site, passkey, secret, shared }): Promise<SignedIn> {
    const learnerId = learnerOf(actor)
    const known = await find(world, passkey.id)
    if (!known) throw noPasskey()
    if (learnerId !== null && learnerId !== known.root_id && (await canComeBack(world.db, learnerId)))
      throw new AppError(
        'invalid',
        'Another notebook is open in this browser, and kept safe already. Sign out of it first, then use your passkey.',
      )
    const uses = await check(world, known, site, passkey)
    for (let tries = 0; tries < 5; tries++) {
      const { db } = world
      const into = (await find(world, passkey.id))?.root_id
      if (!into) throw noPasskey()
      const proof = [statement(db.draft.updateTable('passkey').set({ uses }).where('id', '=', known.id), 1)]
      const opened = await takeBrowser(world, { learnerId, into, secret, shared, proof })
      if (opened) return opened
    }
    throw new AppError('unavailable', 'This didn’t work just now. Nothing was changed; please try again.')
  },
})

const find = async ({ db }: World, id: string): Promise<Known | undefined> =>
  db.read
    .selectFrom('passkey')
    .innerJoin('learner', 'learner.id', 'passkey.learner_id')
    .selectAll('passkey')
    .select('learner.root_id')
    .where('passkey.id', '=', id)
    .executeTakeFirst()

/** How often the device says that this passkey was used, once its answer is right. */
async function check(world: World, known: Known, site: string, passkey: z.infer<typeof credential>): Promise<number> {
  const { verifyAuthenticationResponse } = await webauthn()
  const checked = await verifyAuthenticationResponse({
    response: passkey as unknown as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
    expectedChallenge: (challenge) => useChallenge(world, null, challenge),
    expectedOrigin: site,
    expectedRPID: siteName(site),
    requireUserVerification: false,
    credential: { id: known.id, publicKey: Buffer.from(known.public_key, 'base64url'), counter: known.uses },
  }).catch(() => null)
  if (!checked?.verified) throw noPasskey()
  return checked.authenticationInfo.newCounter
}
