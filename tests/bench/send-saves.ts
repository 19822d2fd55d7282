import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Question } from '#core/questions/question.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'

const WORDS =
  'We met in the hall, moved the chairs into a ring, and asked the people at the back what they came for. Then somebody brought soup, and those who had been quiet began to talk about the old market. '

/** One learner, who sends the next save when the last is acknowledged. */
interface Writer {
  cookie: string
  /** The network address that the server takes it to come from: each has limits of its own. */
  from: string
  /** How many versions of each question there are. */
  versions: number[]
  sent: number
}

export interface Writers {
  /** Sends so many saves in all, each learner one at a time, and gives how many a second were acknowledged. */
  send(saves: number): Promise<number>
}

/** Opens notebooks on a server, one for each writer (up to 256), with these questions to answer in turn. */
export async function openWriters(url: string, questions: Question[], howMany: number): Promise<Writers> {
  const { port, host } = new URL(url)
  const targets = questions.map(({ id, parts }) => ({
    id,
    part: parts.find((p) => p.type === 'long-text')?.name ?? '',
  }))
  const [first] = targets
  if (!first) throw new Error('There is no question to answer.')
  const writers: Writer[] = []
  for (let i = 0; i < howMany; i++) {
    const client = new BrowserClient(() => url)
    const from = `192.0.2.${i}`
    const sent = { question: first.id, value: { [first.part]: WORDS }, base: 0 }
    const saved = await client.post('/api/answers', sent, { 'x-forwarded-for': from })
    if (!saved.ok) throw new Error(`A first save was refused: ${await saved.text()}`)
    writers.push({
      cookie: client.cookie,
      from,
      versions: targets.map((_, at) => (at === 0 ? 1 : 0)),
      sent: i,
    })
  }

  function request(writer: Writer): string {
    const at = writer.sent++ % targets.length
    const { id, part } = targets[at] as (typeof targets)[number]
    const base = writer.versions[at] as number
    writer.versions[at] = base + 1
    const value = { [part]: `${WORDS}${base}` }
    const body = JSON.stringify({ question: id, value, base, operation: randomUUID() })
    return `POST /api/answers HTTP/1.1\r\nhost: ${host}\r\norigin: http://${host}\r\nsec-fetch-site: same-origin\r\ncookie: ${writer.cookie}\r\nx-forwarded-for: ${writer.from}\r\naccept: application/json\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  }

  return {
    async send(saves) {
      // New ones each time: servers close what is idle while another has its turn.
      const lines = await Promise.all(
        writers.map(async (writer) => {
          const socket = connect(Number(port), 'localhost').setNoDelay(true)
          await once(socket, 'connect')
          return { writer, socket }
        }),
      )
      let left = saves
      const from = performance.now()
      await Promise.all(
        lines.map(async ({ writer, socket }) => {
          while (left-- > 0) await exchange(socket, request(writer))
        }),
      )
      const seconds = (performance.now() - from) / 1000
      for (const { socket } of lines) socket.destroy()
      return saves / seconds
    },
  }
}

/** Sends a request and waits for the whole of its reply, which must be a 200: a browser's own way would cost more than the server. */
function exchange(socket: Socket, request: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let reply = ''
    const read = (bytes: Buffer) => {
      reply += bytes.toString('latin1')
      const head = reply.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(reply)?.[1])
      if (reply.length < head + 4 + length) return
      socket.off('data', read).off('close', gone)
      if (reply.startsWith('HTTP/1.1 200 ')) resolve()
      else reject(new Error(`A save was refused: ${reply}`))
    }
    const gone = () => reject(new Error('The server closed the line before it had answered.'))
    socket.on('data', read).on('close', gone)
    socket.write(request)
  })
}
