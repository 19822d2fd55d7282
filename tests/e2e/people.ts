import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { BrowserClient } from '#tests/support/browser-client.ts'
import type { TestServer } from '#tests/support/server.ts'

/** Runs a command-line tool on a test server's data, beside the server. */
export async function runTool(
  server: TestServer,
  file: string,
  args: string[],
  settings: Record<string, string> = {},
): Promise<string> {
  const paths = { STANDPOINT_DATA_DIR: `${server.folder}/data`, STANDPOINT_SECRET_FILE: `${server.folder}/data.key` }
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...paths, ...settings } })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}:\n${printed}`)
  return printed
}

/** The newest code in the letters that the server printed to an address; what it prints may come after its reply. */
export async function codeFor(server: TestServer, email: string): Promise<string> {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    const letters = server.output().split(`letter to ${email} `)
    const code = letters.length > 1 && /^\W*(\d{6})$/m.exec(letters.at(-1) as string)?.[1]
    if (code) return code
    await setTimeout(20)
  }
  throw new Error(`No letter to ${email} was printed:\n${server.output()}`)
}

/** Signs a browser in with an e-mail code, over the server's own HTTP. */
export async function signIn(server: TestServer, client: BrowserClient, email: string): Promise<BrowserClient> {
  await expectOk(await client.post('/api/sign-in/code', { email }))
  await expectOk(await client.post('/api/sign-in', { email, code: await codeFor(server, email) }))
  return client
}

export const newClient = (server: TestServer): BrowserClient => new BrowserClient(() => server.url)

export async function expectOk(response: Response): Promise<Response> {
  if (response.status >= 400) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return response
}
