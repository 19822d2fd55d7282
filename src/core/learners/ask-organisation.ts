import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { hashSecret } from '../id.ts'
import { backFrom, openOrganisation, organisationHere } from './organisation.ts'
import { siteAddress } from './passkey.ts'

/** How long somebody may take to sign in there. */
const MINUTES = 15

/** The address of the organisation's sign-in, for this browser alone: who comes back must be who went. */
export const askOrganisation = define({
  input: z.strictObject({ site: siteAddress }),
  async run(world, actor, { site }): Promise<{ url: string }> {
    // First: where there is none, nobody's notebook begins for it.
    organisationHere(world)
    const learnerId = requireLearner(actor)
    const { client, known } = await openOrganisation(world)
    const now = world.clock.now()
    const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
    const visit = { learner_id: learnerId, verifier, nonce, expires_at: now + MINUTES * 60_000 }
    const { draft } = world.db
    await world.db.write([
      statement(draft.deleteFrom('organisation_visit').where('expires_at', '<', now)),
      statement(draft.insertInto('organisation_visit').values({ state_hash: hashSecret(state), ...visit }), 1),
    ])
    const url = client.buildAuthorizationUrl(known, {
      redirect_uri: backFrom(site),
      // The address only tells people apart when a group is counted; no name is asked for.
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    return { url: url.href }
  },
})
