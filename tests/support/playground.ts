import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('cli.js', import.meta.resolve('@microsoft/m365agentsplayground/package.json')))

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return String(port)
}

export interface Playground {
  url: string
  [Symbol.asyncDispose](): Promise<void>
}

/** Microsoft's Agents Playground, a Teams without tokens: it talks to the companion at `endpoint`, over real HTTP. */
export async function startPlayground(endpoint: string): Promise<Playground> {
  // If somebody takes the port meanwhile, the playground takes another, and says so.
  const child = spawn(
    process.execPath,
    [CLI, 'start', '-e', endpoint, '-c', 'msteams', '-p', await freePort(), '--dt'],
    {
      env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
    },
  )
  let printed = ''
  const port = await new Promise<string>((found, failed) => {
    const read = (text: Buffer) => {
      printed += text
      const said = /Listening on (\d+)/.exec(printed)?.[1]
      if (said) found(said)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => failed(new Error(`The playground ended:\n${printed}`)))
  })
  return {
    url: `http://localhost:${port}`,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill()
      await once(child, 'exit')
    },
  }
}

/** A card as it was sent. */
interface Content {
  fallbackText: string
  body: { type: string; actions?: { title: string; data: object }[] }[]
}
interface Shown {
  action: string
  message: { messageId: string; from: { id: string }; attachments?: { content: Content }[] }
}

/** A talk with the companion through the playground's own HTTP and WebSocket. `idle` settles when it has replied. */
export async function openPlaygroundTalk(endpoint: string, idle: () => Promise<void>) {
  const playground = await startPlayground(endpoint)
  const { config } = (await (await fetch(`${playground.url}/_internal/v1/config`)).json()) as {
    config: { bot: { id: string }; currentUser: { id: string }; personalChat: { id: string } }
  }
  const shown: (Content & { messageId: string })[] = []
  const stream = new WebSocket(`${playground.url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`)
  stream.addEventListener('message', ({ data }) => {
    const { action, message } = JSON.parse(String(data)) as Shown
    if (action === 'createMessage' && message.from.id === config.bot.id)
      shown.push(...(message.attachments ?? []).map(({ content }) => ({ ...content, messageId: message.messageId })))
  })
  await once(stream, 'open')
  /** The playground passes a message on after it has taken it: the first card of a reply says that it has arrived. */
  const first = () =>
    new Promise<void>((come) => {
      const look = () => {
        if (!shown.length) return
        stream.removeEventListener('message', look)
        come()
      }
      stream.addEventListener('message', look)
      look()
    })
  const from = { id: config.currentUser.id }
  const talk = `${playground.url}/_conversation/v1`
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const { ok, status } = await fetch(talk + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!ok) throw new Error(`The playground answered ${path} with ${status}.`)
  }
  /** What the playground took before this is on its stream before this reply. */
  const settled = () => fetch(`${playground.url}/_internal/v1/config`)
  const cards = () => shown.map(({ messageId: _id, ...content }) => content)
  let last: (typeof shown)[number] | undefined
  const reply = async (sends: () => Promise<void>) => {
    shown.length = 0
    await sends()
    await first()
    await idle()
    await settled()
    last = shown.at(-1)
    return cards()
  }
  const pressUnder = async (card: (typeof shown)[number] | undefined, title: string) => {
    const value = card?.body.flatMap(({ actions }) => actions ?? []).find((a) => a.title === title)?.data
    const conversation = { id: config.personalChat.id }
    await post('/submit', { conversation, replyToId: card?.messageId, value, from })
  }
  let prompt: (typeof shown)[number] | undefined
  return {
    /** Says something, and gives the cards that came for it. */
    say: (text: string) =>
      reply(() => post(`/conversations/${config.personalChat.id}/messages`, { from, text, textFormat: 'plain' })),
    /** Presses a button of the last card that came of its own accord. */
    press: (title: string) => reply(() => pressUnder(prompt, title)),
    /** Presses a button of the last card of the last reply. */
    presses: (title: string) => reply(() => pressUnder(last, title)),
    /** The cards that came while the companion sent something of its own accord. */
    async comes(sends: () => Promise<void>) {
      shown.length = 0
      await sends()
      await settled()
      prompt = shown[0] ?? prompt
      return cards()
    },
    async [Symbol.asyncDispose]() {
      stream.close()
      await playground[Symbol.asyncDispose]()
    },
  }
}
