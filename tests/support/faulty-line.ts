import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What happens to a request: it is refused for so many seconds, fails before it arrives, or its reply is lost. */
export type Fault = { busy: number } | 'fails' | 'reply lost'

/** A line to another server, on which the next requests of a path can be made to fail. Close it. */
export async function faultyLine(target: string) {
  const faults = new Map<string, Fault[]>()
  /** Paths that were asked for, as they came. */
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const path = (request.url ?? '').replace(/^\//, '')
    asked.push(path)
    const fault = faults.get(path)?.shift()
    if (typeof fault === 'object') return response.writeHead(429, { 'retry-after': String(fault.busy) }).end()
    if (fault === 'fails') return response.writeHead(500).end()
    const { authorization = '', 'content-type': type = '' } = request.headers
    const reply = await fetch(target + path, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body: Buffer.concat(chunks),
    })
    const body = Buffer.from(await reply.arrayBuffer())
    if (fault === 'reply lost') return response.destroy()
    return response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? '' }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    /** The next requests of this path meet these, in this order. */
    next: (path: string, ...these: Fault[]) => void faults.set(path, these),
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
