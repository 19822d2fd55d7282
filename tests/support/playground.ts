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
