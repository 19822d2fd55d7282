import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

export const APP = '11111111-1111-4111-8111-111111111111'
export const TENANT = '22222222-2222-4222-8222-222222222222'

/** What the companion sent to a conversation. */
export interface Sent {
  conversation: string
  /** Teams' name of it; of one that takes another's place, that one's. */
  id: string
  authorization: string | undefined
  body: { type: string; summary?: string; attachments?: { contentType: string; content: Shown }[] }
}
export interface Shown {
  fallbackText: string
  body: { type: string; actions?: Button[] }[]
  refresh?: { action: Button; userIds: string[] }
}
export interface Button {
  type: string
  title: string
  verb?: string
  data: { say?: string; delivery?: string; aside?: string }
  fallback?: Button
}

/** What a message meets: it is refused with this status, arrives and its reply is lost, or arrives and is never answered. */
export type Fault = { status: number; retryAfter?: string } | 'reply lost' | 'hangs'

/**
 * What stands behind Teams, over real HTTP: an issuer with its own keys, the endpoint that gives a server with a managed
 * identity its tokens, and the connector that takes replies. Close it.
 */
export async function startTeams() {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const sent: Sent[] = []
  const replaced: Sent[] = []
  const waiting = new Set<() => void>()
  const faults: Fault[] = []
  let failing = false
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://teams')
    const [, conversation, activity = ''] =
      /^\/v3\/conversations\/([^/]+)\/activities\/?([^/]*)/.exec(url.pathname) ?? []
    if (url.pathname === `/${TENANT}/discovery/v2.0/keys`)
      return reply(response, { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }] })
    if (url.pathname === '/identity') return reply(response, tokenForApp(url))
    if (!conversation) return reply(response, {}, 404)
    if (failing) return reply(response, { error: { code: 'Throttled' } }, 503)
    const fault = faults.shift()
    if (typeof fault === 'object') return refuse(response, fault)
    const took = await received(request, decodeURIComponent(conversation))
    if (request.method === 'PUT') {
      replaced.push({ ...took, id: decodeURIComponent(activity) })
      return reply(response, { id: activity })
    }
    sent.push({ ...took, id: `reply-${sent.length + 1}` })
    if (fault === 'reply lost') response.destroy()
    else if (fault !== 'hangs') reply(response, { id: `reply-${sent.length}` }, 201)
    for (const look of waiting) look()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // As Azure's App Service says where its managed identity gives tokens.
  Object.assign(process.env, { IDENTITY_ENDPOINT: `${url}/identity`, IDENTITY_HEADER: 'here' })
  const issuer = `${url}/${TENANT}/v2.0`
  return {
    url,
    sent,
    /** What was put in the place of something sent before. */
    replaced,
    /** What was sent to the chat that somebody has with the companion. */
    of: (person: string) => sent.filter(({ conversation }) => conversation === `a:${person}`),
    /** Settles when that is so; it is looked at after each reply. */
    until: (isSo: () => boolean) =>
      new Promise<void>((done) => {
        const look = () => {
          if (!isSo()) return
          waiting.delete(look)
          done()
        }
        waiting.add(look)
        look()
      }),
    /** From now on the connector takes nothing, or takes all again. */
    fail(now: boolean) {
      failing = now
    },
    /** The next messages meet these, in this order. */
    next: (...these: Fault[]) => void faults.push(...these),
    /** Those that no message has met are not met any more. */
    forget: () => void faults.splice(0),
    /** A token as Microsoft signs it for this app; what is given changes it. */
    token: (claims: object = {}, by: KeyObject = keys.privateKey) => jwt(by, { ...fresh(), iss: issuer, ...claims }),
    settings: {
      STANDPOINT_TEAMS_APP_ID: APP,
      STANDPOINT_TEAMS_TENANT_ID: TENANT,
      STANDPOINT_TEAMS_AUTHORITY: url,
      STANDPOINT_URL: 'http://standpoint.example.org',
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const seconds = () => Math.floor(Date.now() / 1000)
const fresh = () => ({ aud: APP, tid: TENANT, iat: seconds(), nbf: seconds(), exp: seconds() + 3600 })

function jwt(key: KeyObject, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'one' })}.${part(claims)}`
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`
}

const tokenForApp = (url: URL) => ({
  access_token: 'a token of the managed identity',
  expires_on: String(seconds() + 3600),
  resource: url.searchParams.get('resource'),
  token_type: 'Bearer',
  client_id: url.searchParams.get('client_id'),
})

async function received(request: IncomingMessage, conversation: string): Promise<Omit<Sent, 'id'>> {
  const { authorization } = request.headers
  return { conversation, authorization, body: (await json(request)) as Sent['body'] }
}

function refuse(response: ServerResponse, { status, retryAfter }: Exclude<Fault, string>): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
  reply(response, { error: { code: 'Refused' } }, status)
}

const reply = (response: ServerResponse, body: object, status = 200): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
