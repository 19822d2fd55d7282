import type { CloudAdapter } from '@microsoft/agents-hosting'

/** Clocks differ a little; a token from further ahead than this was not signed now. */
const AHEAD = 300

export interface TeamsRequest {
  rawBody: Buffer
  headers: Record<string, string | string[] | undefined>
}

type Authorised = Parameters<CloudAdapter['authorizeRequest']>
type Asked = Authorised[0]
type Answer = Authorised[1]

/**
 * Why a request can't be Teams', or null when its token is signed for this app, by Microsoft or by this tenant, and
 * belongs to the address that the replies go to, where one is named. `now` is real time, in milliseconds.
 */
export async function whyRefused(
  cloud: CloudAdapter,
  headers: TeamsRequest['headers'],
  serviceUrl: string | null,
  now: number,
): Promise<string | null> {
  if (!headers.authorization) return 'no token'
  const asked: Asked = { method: 'POST', headers }
  let passed = false
  await cloud.authorizeRequest(asked, nobody(), () => {
    passed = true
  })
  if (!passed || !asked.user) return 'a token that isn’t valid here'
  const { iat, serviceurl } = asked.user as { iat?: unknown; serviceurl?: unknown }
  if (typeof iat === 'number' && iat > now / 1000 + AHEAD) return 'from the future'
  if (serviceurl !== undefined && serviceUrl !== null && !sameHost(serviceurl, serviceUrl))
    return 'another address for replies'
  return null
}

/** Takes what the library would send to whoever asked; our own front server sends its words. */
function nobody(): Answer {
  const answer: Answer = {
    status: () => answer,
    setHeader: () => answer,
    send: () => answer,
    end: () => answer,
    headersSent: false,
    writableEnded: false,
  }
  return answer
}

function sameHost(one: unknown, other: string): boolean {
  const hosts = [one, other].map((a) => (typeof a === 'string' && URL.canParse(a) ? new URL(a).host : null))
  return hosts[0] !== null && hosts[0] === hosts[1]
}
