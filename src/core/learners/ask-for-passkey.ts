import { z } from 'zod'
import { learnerOf, requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { newChallenge } from './challenge.ts'
import { siteAddress, siteName, webauthn } from './passkey.ts'

/**
 * What a browser needs to make a passkey for the acting learner (`make`), or to open a notebook with one: options of
 * WebAuthn, as JSON, with a challenge that works once within five minutes.
 */
export const askForPasskey = define({
  input: z.strictObject({ site: siteAddress, make: z.boolean() }),
  async run(world, actor, { site, make }): Promise<object> {
    const { generateAuthenticationOptions, generateRegistrationOptions } = await webauthn()
    const rpID = siteName(site)
    const userVerification = 'preferred'
    if (!make) {
      const challenge = Buffer.from(await newChallenge(world, null), 'base64url')
      return generateAuthenticationOptions({ rpID, challenge, userVerification })
    }
    const learnerId = requireLearner(actor)
    const known = await world.db.read
      .selectFrom('passkey')
      .innerJoin('learner', 'learner.id', 'passkey.learner_id')
      .select('passkey.id')
      .where('learner.root_id', '=', learnerOf(actor))
      .execute()
    return generateRegistrationOptions({
      rpName: 'Standpoint',
      rpID,
      // It is shown in the device's list of passkeys, which others may see.
      userName: 'My notebook',
      challenge: Buffer.from(await newChallenge(world, learnerId), 'base64url'),
      attestationType: 'none',
      excludeCredentials: known,
      authenticatorSelection: { residentKey: 'required', userVerification },
    })
  },
})
