import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

interface File {
  body: string
  etag: string
}

/** A server seen through something that can put other files in the place of its own, and hold back what is saved. */
export interface ChangedSite {
  url: string
  /** The file that is seen at an address now. */
  see(path: string): Promise<File>
  change(path: string, file: File): void
  /** From now on no save comes through, or all of them do. */
  saves(mayPass: boolean): void
  /** From now on nothing comes through. */
  down(): void
  close(): Promise<void>
}

export async function changedSite(target: string): Promise<ChangedSite> {
  const changed = new Map<string, File>()
  let mayPass = true
  let isDown = false
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url as string
    const file = changed.get(path)
    if (isDown || (path === '/api/answers' && !mayPass)) incoming.socket.destroy()
    else if (file) {
      const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8'
      outgoing.writeHead(200, { 'content-type': type, etag: file.etag, 'cache-control': 'no-cache' }).end(file.body)
    } else {
      const { method, headers } = incoming
      const passed = request(`${target}${path}`, { method, headers }, (reply) => {
        outgoing.writeHead(reply.statusCode as number, reply.headers)
        reply.pipe(outgoing)
      })
      passed.on('error', () => outgoing.destroy())
      incoming.pipe(passed)
    }
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    url,
    async see(path) {
      const reply = await fetch(url + path)
      return { body: await reply.text(), etag: reply.headers.get('etag') as string }
    },
    change: (path, file) => changed.set(path, file),
    saves(may) {
      mayPass = may
    },
    down() {
      isDown = true
      server.closeAllConnections()
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
