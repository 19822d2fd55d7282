import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { useChallenge } from './challenge.ts'
import { credential, noPasskey, siteAddress, siteName, webauthn } from './passkey.ts'

/** Keeps the passkey that a browser has made: from now on it opens the acting learner's notebook. */
export const keepPasskey = define({
  input: z.strictObject({ site: siteAddress, passkey: credential }),
  async run(world, actor, { site, passkey }): Promise<void> {
    const learnerId = requireLearner(actor)
    const { verifyRegistrationResponse } = await webauthn()
    const checked = await verifyRegistrationResponse({
      response: passkey as unknown as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: (challenge) => useChallenge(world, learnerId, challenge),
      expectedOrigin: site,
      expectedRPID: siteName(site),
      requireUserVerification: false,
      // Its errors say what was wrong with the bytes, which is nothing to a learner.
    }).catch(() => null)
    if (!checked?.verified) throw noPasskey()
    const { id, publicKey, counter } = checked.registrationInfo.credential
    const row = {
      id,
      learner_id: learnerId,
      public_key: Buffer.from(publicKey).toString('base64url'),
      uses: counter,
      made_at: world.clock.now(),
    }
    const kept = await world.db.write([
      statement(
        world.db.draft
          .insertInto('passkey')
          .values(row)
          .onConflict((c) => c.doNothing()),
        1,
      ),
    ])
    if (!kept.committed) throw noPasskey()
  },
})
