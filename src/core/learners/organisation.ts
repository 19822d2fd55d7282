import { AppError, notFound } from '../errors.ts'
import type { World } from '../world.ts'

/** Where the organisation sends people back to. It has to be set there too. */
export const backFrom = (site: string): string => `${site}/api/organisation/back`

/** The organisation whose sign-in opens notebooks here, as the settings have it. */
export function organisationHere({ config }: World): NonNullable<World['config']['organisation']> {
  if (!config.organisation) throw notFound('that page')
  return config.organisation
}

/**
 * The organisation's sign-in as OpenID Connect describes itself, and the library that speaks it. Both come at the first
 * sign-in: no page needs them.
 */
export async function openOrganisation(world: World) {
  const settings = organisationHere(world)
  const client = await import('openid-client')
  const insecure = settings.issuer.startsWith('http:') ? [client.allowInsecureRequests] : []
  const known = await client
    .discovery(new URL(settings.issuer), settings.clientId, undefined, client.ClientSecretPost(settings.clientSecret), {
      execute: insecure,
    })
    .catch((error: Error & { code?: string }) => {
      world.log('organisation-failed', { code: error.code ?? error.name })
      throw new AppError(
        'unavailable',
        `We couldn’t reach the sign-in of ${settings.name} just now. Nothing is lost; please try again soon, or use your e-mail address.`,
      )
    })
  return { client, known, name: settings.name }
}
