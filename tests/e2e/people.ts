import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { BrowserClient } from '#tests/support/browser-client.ts'
import type { TestServer } from '#tests/support/server.ts'

/** Runs a command-line tool on a test server's data, beside the server. */
export async function runTool(server: TestServer, file: string, args: string[], settings: Record<string, string> = {}): Promise<string> {
  const paths = { STANDPOINT_DATA_DIR: `${server.folder}/data`, STANDPOINT_SECRET_FILE: `${server.folder}/data.key` }
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...paths, ...settings } })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}:\n${printed}`)
  return printed
}

/** The newest code in the letters that the server printed to an address. */
export function codeFor(server: TestServer, email: string): string {
  const letters = server.output().split(`To: ${email}\n`)
  const code = /^\W*(\d{6})$/m.exec(letters.at(-1) ?? '')?.[1]
  if (letters.length < 2 || !code) throw new Error(`No letter to ${email} was printed.`)
  return code
}

/** Signs a browser in with an e-mail code, over the server's own HTTP. */
export async function signIn(server: TestServer, client: BrowserClient, email: string): Promise<BrowserClient> {
  await expectOk(await client.post('/api/sign-in/code', { email }))
  await expectOk(await client.post('/api/sign-in', { email, code: codeFor(server, email) }))
  return client
}

export const newClient = (server: TestServer): BrowserClient => new BrowserClient(() => server.url)

export async function expectOk(response: Response): Promise<Response> {
  if (response.status >= 400) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return response
}
