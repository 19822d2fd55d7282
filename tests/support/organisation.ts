import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type JWK } from 'oidc-provider'

/**
 * An organisation's sign-in on this machine: a real OpenID Connect provider, with the pages for signing in that it brings.
 * Whoever signs in as `kim` has the address kim@work.example.
 */
export async function openOrganisation() {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const providerFor = (back: string) =>
    new Provider(issuer, {
      clients: [
        {
          client_id: 'standpoint',
          client_secret: 'between-us',
          redirect_uris: [back],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' } as JWK] },
      cookies: { keys: ['for tests'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 60, IdToken: 60 },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: () => ({ sub: id, email: `${id}@work.example`, email_verified: true }),
      }),
    })
  return {
    settings: {
      STANDPOINT_OIDC_ISSUER: issuer,
      STANDPOINT_OIDC_CLIENT_ID: 'standpoint',
      STANDPOINT_OIDC_CLIENT_SECRET: 'between-us',
      STANDPOINT_OIDC_NAME: 'Riverside Council',
    },
    /** Lets people go back to this address, which is known once the product runs. */
    letBack(to: string): void {
      server.on('request', providerFor(to).callback())
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
