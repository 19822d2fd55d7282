import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const PATH = '/commands/'

/** Stands before a Slack that takes no late reply to a command: it takes those, and passes everything else on. Close it. */
export async function takeLateReplies(behind: string) {
  const late = new Map<string, object>()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const path = request.url ?? ''
    if (path.startsWith(PATH)) {
      late.set(path, JSON.parse(body.toString('utf8')))
      response.writeHead(200).end('ok')
      return
    }
    const { authorization = '', 'content-type': type = '' } = request.headers
    const headers = { authorization, 'content-type': type }
    const passed = await fetch(behind + path, { method: 'POST', headers, body: new Uint8Array(body) })
    response.writeHead(passed.status, { 'content-type': 'application/json' }).end(await passed.text())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    address: (name: string): string => url + PATH + name,
    /** What came for this address; undefined where nothing did. */
    came: (address: string): object | undefined => late.get(address.slice(url.length)),
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
