import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Side = 'request' | 'reply'

/** A line to a server that can go down, stall, crawl, and break at any byte of a save. */
export interface RoughLine {
  /** The server's address through the line. */
  url: string
  down(): void
  up(): void
  /** Resets the next save's connection once so many bytes of its request, or of its reply, have gone through. */
  cut(side: Side, after: number): void
  /** Whether the last cut has happened; a shorter exchange than that comes through whole. */
  wasCut(): boolean
  /** How long the exchange of the last save was that came through whole. */
  length: Record<Side, number>
  /** Nothing goes through until the call that this gives, and nothing is refused either. */
  stall(): () => void
  /** Bytes a second in each direction, and milliseconds for each piece; null is as fast as it gets. */
  slow(rate: { bytes: number; delay: number } | null): void
  close(): Promise<void>
}

const SAVE = 'POST /api/answers'
const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

export async function roughLine(target: string): Promise<RoughLine> {
  const port = Number(new URL(target).port)
  const open = new Set<Socket>()
  let isDown = false
  let cut: { side: Side; after: number } | null = null
  let stalled: Promise<void> | null = null
  let rate: { bytes: number; delay: number } | null = null
  const length = { request: 0, reply: 0 }

  const server = createServer((browser) => {
    if (isDown) {
      browser.resetAndDestroy()
      return
    }
    const upstream = connect(port, 'localhost')
    const end = () => {
      for (const socket of [browser, upstream]) {
        open.delete(socket)
        socket.destroy()
      }
    }
    for (const socket of [browser, upstream]) {
      open.add(socket)
      socket.setNoDelay(true)
      socket.on('error', end).on('close', end)
    }
    let saving = false
    const gone = { request: 0, reply: 0 }

    /** Passes bytes on in their order, and breaks the line where it was asked to. */
    function pass(side: Side, from: Socket, to: Socket): void {
      let line = Promise.resolve()
      from.on('data', (bytes: Buffer) => {
        line = line.then(async () => {
          if (side === 'request' && bytes.subarray(0, SAVE.length).toString('latin1') === SAVE) {
            saving = true
            Object.assign(gone, { request: 0, reply: 0 })
          }
          if (stalled) await stalled
          if (rate) await wait(rate.delay + (bytes.length / rate.bytes) * 1000)
          const left = saving && cut?.side === side ? cut.after - gone[side] : Number.POSITIVE_INFINITY
          gone[side] += bytes.length
          if (left <= bytes.length && cut) {
            cut = null
            await new Promise<void>((sent) => (left > 0 ? to.write(bytes.subarray(0, left), () => sent()) : sent()))
            browser.resetAndDestroy()
            upstream.resetAndDestroy()
            return
          }
          if (saving) length[side] = gone[side]
          if (!to.destroyed) to.write(bytes)
        })
      })
    }
    pass('request', browser, upstream)
    pass('reply', upstream, browser)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const breakAll = () => {
    for (const socket of open) socket.resetAndDestroy()
    open.clear()
  }
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    down() {
      isDown = true
      breakAll()
    },
    up() {
      isDown = false
    },
    cut(side, after) {
      cut = { side, after }
    },
    wasCut: () => cut === null,
    length,
    stall() {
      let go = () => {}
      stalled = new Promise((done) => {
        go = () => {
          stalled = null
          done()
        }
      })
      return go
    },
    slow(to) {
      rate = to
    },
    async close() {
      server.close()
      breakAll()
      await once(server, 'close')
    },
  }
}
