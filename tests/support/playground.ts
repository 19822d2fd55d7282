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

interface Shown {
  action: string
  message: { from: { id: string }; attachments?: { content: { fallbackText: string } }[] }
}

/** A talk with the companion through the playground's own HTTP and WebSocket. `idle` settles when it has replied. */
export async function openPlaygroundTalk(endpoint: string, idle: () => Promise<void>) {
  const playground = await startPlayground(endpoint)
  const { config } = (await (await fetch(`${playground.url}/_internal/v1/config`)).json()) as {
    config: { bot: { id: string }; currentUser: { id: string }; personalChat: { id: string } }
  }
  const shown: { fallbackText: string }[] = []
  const stream = new WebSocket(`${playground.url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`)
  stream.addEventListener('message', ({ data }) => {
    const { action, message } = JSON.parse(String(data)) as Shown
    if (action === 'createMessage' && message.from.id === config.bot.id)
      shown.push(...(message.attachments ?? []).map(({ content }) => content))
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
  const messages = `${playground.url}/_conversation/v1/conversations/${config.personalChat.id}/messages`
  return {
    /** Says something, and gives the cards that came for it. */
    async say(text: string) {
      shown.length = 0
      const body = JSON.stringify({ from: { id: config.currentUser.id }, text, textFormat: 'plain' })
      await fetch(messages, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      await first()
      await idle()
      // What the playground took before this is on its stream before this reply.
      await fetch(`${playground.url}/_internal/v1/config`)
      return [...shown]
    },
    async [Symbol.asyncDispose]() {
      stream.close()
      await playground[Symbol.asyncDispose]()
    },
  }
}
