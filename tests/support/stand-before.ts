import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A request on its way: its path as it came, with the slash. */
export interface Passing {
  method: string | undefined
  path: string
  body: Buffer
}

/**
 * Stands before a server that takes posts, over real HTTP, and passes on to it what comes. `sees` is shown each request
 * first: while its promise is open the request waits, and a text that it gives is the reply instead. Close it.
 */
export async function standBefore(
  behind: () => string,
  sees: (passing: Passing) => Promise<string | undefined> | string | undefined,
): Promise<{ url: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const { method, url: path = '/' } = request
    const body = await buffer(request)
    const instead = await sees({ method, path, body })
    if (instead !== undefined) return void response.writeHead(200).end(instead)
    const { authorization = '', 'content-type': type = '' } = request.headers
    const headers = { authorization, 'content-type': type }
    const reply = await fetch(new URL(path, behind()), { method: 'POST', headers, body: new Uint8Array(body) })
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(await reply.text())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
