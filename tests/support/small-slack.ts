import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import * as ws from 'ws'

/** The types that are installed are of an older ws. */
const { WebSocketServer } = ws as unknown as { WebSocketServer: typeof ws.Server }

/** A call of Slack's Web API, with the token that it was made with. */
export interface Call {
  method: string
  token: string
  body: Record<string, string>
}

interface Envelope {
  envelope_id: string
  type: string
  payload: unknown
}

const fields = (request: IncomingMessage, body: string): Record<string, string> =>
  request.headers['content-type']?.startsWith('application/json')
    ? JSON.parse(body)
    : Object.fromEntries(new URLSearchParams(body))

/** The page on which somebody lets an app into their workspace, or doesn't. */
function asksWhether(asked: URLSearchParams, code: string): string {
  const back = (more: Record<string, string>) =>
    `${asked.get('redirect_uri')}?${new URLSearchParams({ ...more, state: asked.get('state') ?? '' })}`
  return `<!doctype html><html lang="en"><title>Slack</title><p>${asked.get('scope')}</p>
<a href="${back({ code }).replaceAll('&', '&amp;')}">Allow</a> <a href="${back({ error: 'access_denied' }).replaceAll('&', '&amp;')}">Cancel</a></html>`
}

/**
 * As much of Slack as several workspaces need, over real HTTP and real WebSockets: tokens, each good in its own workspace;
 * codes that a browser comes back with; and envelopes, sent again until they are acknowledged. Ids are the same in each.
 */
export async function startSmallSlack() {
  const calls: Call[] = []
  const workspaces = new Map<string, string>()
  const refused = new Map<string, string>()
  const codes = new Map<string, object>()
  const state = {
    /** Nothing answers. */
    down: false,
    /** How often a socket was opened. */
    opened: 0,
    /** What a code from the page that asks is exchanged for. */
    granted: {} as object,
  }
  let count = 0

  function answer(method: string, token: string, body: Record<string, string>): object {
    if (method === 'oauth.v2.access') {
      const granted = codes.get(body.code ?? '')
      codes.delete(body.code ?? '')
      return granted ? { ok: true, ...granted } : { ok: false, error: 'invalid_code' }
    }
    if (method === 'apps.connections.open') return { ok: true, url: url.replace('http', 'ws') }
    const workspace = workspaces.get(token)
    if (refused.has(token)) return { ok: false, error: refused.get(token) }
    if (!workspace) return { ok: false, error: 'invalid_auth' }
    if (method === 'auth.test') return { ok: true, user_id: 'U0BOT', team_id: workspace }
    if (method === 'chat.postMessage' && refused.has(body.channel ?? ''))
      return { ok: false, error: refused.get(body.channel ?? '') }
    if (method === 'conversations.history') return { ok: true, messages: [] }
    return { ok: true, ts: `1700000000.${String(++count).padStart(6, '0')}` }
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    if (state.down) return void request.socket.destroy()
    const asked = new URL(request.url ?? '/', url)
    if (asked.pathname === '/oauth/v2/authorize') {
      const code = `code-${++count}`
      codes.set(code, state.granted)
      response.writeHead(200, { 'content-type': 'text/html' }).end(asksWhether(asked.searchParams, code))
      return
    }
    const body = fields(request, await text(request))
    const token = body.token ?? request.headers.authorization?.replace('Bearer ', '') ?? ''
    const method = (request.url ?? '').replace('/api/', '')
    calls.push({ method, token, body })
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer(method, token, body)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const sockets = new WebSocketServer({ server })
  const unacknowledged = new Map<string, Envelope>()
  const acknowledged: string[] = []
  const heard = new Map<string, () => void>()
  sockets.on('connection', (socket: ws) => {
    state.opened++
    socket.on('message', (data) => {
      const { envelope_id: id } = JSON.parse(String(data))
      unacknowledged.delete(id)
      acknowledged.push(id)
      heard.get(id)?.()
    })
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
    for (const envelope of unacknowledged.values()) socket.send(JSON.stringify(envelope))
  })

  return {
    url,
    apiUrl: `${url}/api/`,
    calls,
    state,
    acknowledged,
    /** How many envelopes wait to be acknowledged. */
    waiting: () => unacknowledged.size,
    /** A token that is good in this workspace. */
    workspace: (id: string, token: string) => void workspaces.set(token, id),
    /** From now on this token, or a message to this channel, is refused with Slack's word for it. */
    refuse: (what: string, error: string) => void refused.set(what, error),
    /** A code that is good once, and what it is exchanged for. */
    code: (code: string, granted: object) => void codes.set(code, granted),
    /** What was sent to a channel with this token. */
    said: (token: string, channel: string): string =>
      calls
        .filter((call) => call.method === 'chat.postMessage' && call.token === token && call.body.channel === channel)
        .map((call) => call.body.text)
        .join('\n'),
    /** Sends an envelope over the open socket, if any, and over the next ones until it is acknowledged; settles then. */
    async deliver(type: string, payload: unknown, id = `envelope-${++count}`): Promise<void> {
      const envelope = { envelope_id: id, type, payload, accepts_response_payload: false }
      unacknowledged.set(id, envelope)
      const done = new Promise<void>((resolve) => heard.set(id, resolve))
      for (const socket of sockets.clients) socket.send(JSON.stringify(envelope))
      await done
    },
    /** Tells the companion to go and come back, as Slack does every few hours. */
    recycle() {
      for (const socket of sockets.clients)
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    },
    /** The line breaks. */
    cut() {
      for (const socket of sockets.clients) socket.terminate()
    },
    connected: () => sockets.clients.size,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

export type SmallSlack = Awaited<ReturnType<typeof startSmallSlack>>

let events = 0
/** What Slack tells of an event in a workspace. */
export const eventIn = (team: string, event: object, more: object = {}): object => ({
  type: 'event_callback',
  team_id: team,
  api_app_id: 'A1',
  event_id: `Ev${++events}`,
  event_time: Math.floor(Date.now() / 1000),
  event,
  ...more,
})

/** A direct message; everybody is called U1 and writes in D1, whatever the workspace. */
export const written = (team: string, text: string, more: object = {}): object =>
  eventIn(team, { type: 'message', channel_type: 'im', user: 'U1', channel: 'D1', text, ts: `1.${++events}` }, more)
