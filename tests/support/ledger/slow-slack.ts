import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Message {
  ts: string
  metadata: { event_payload: { delivery: string } }
}

/** Every so many requests are refused for a second, fail before they do anything, or fail after they did. */
const REFUSED = 37
const FAILS = 53
const FAILS_AFTER = 71

async function read(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return new URLSearchParams(text)
}

/** As much of Slack's Web API as sending prompts needs, on a bad day. Close it. */
export async function slowSlack() {
  const channels = new Map<string, Message[]>()
  const count = { posted: 0, refused: 0, failed: 0, failedAfter: 0, lookedUp: 0 }
  let asked = 0
  const server = createServer(async (request, response) => {
    const form = await read(request)
    const channel = form.get('channel') ?? ''
    const messages = channels.get(channel) ?? []
    const say = (json: object) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, ...json }))
    if (request.url === '/conversations.history') {
      count.lookedUp++
      return say({ messages })
    }
    const nth = ++asked
    if (nth % REFUSED === 0) {
      count.refused++
      return response.writeHead(429, { 'retry-after': '1' }).end()
    }
    if (nth % FAILS === 0) {
      count.failed++
      return response.writeHead(500).end()
    }
    const metadata = JSON.parse(form.get('metadata') ?? '{}')
    const ts = `${Math.floor(Date.now() / 1000)}.${String(++count.posted).padStart(6, '0')}`
    channels.set(channel, [...messages, { ts, metadata }])
    // What is in flight here when a worker is killed has arrived, and its sender never hears of it.
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (nth % FAILS_AFTER === 0) {
      count.failedAfter++
      return response.writeHead(500).end()
    }
    return say({ ts, channel })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    count,
    /** How often each direct message got its prompt. */
    got: (): number[] => [...channels.values()].map((messages) => messages.length),
    async close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
