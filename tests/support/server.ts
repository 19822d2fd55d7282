import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const READY = /^Standpoint is at (http:\/\/\S+)$/m

export interface TestServer {
  /** The address that it printed, for example http://localhost:40123; the same after a restart. */
  readonly url: string
  readonly folder: string
  /** Everything printed so far, over all starts. */
  output(): string
  /** Ends it as a power cut would, and settles when it is gone. */
  kill(): Promise<void>
  /** Asks it to close, as Ctrl-C does; gives its exit code. */
  close(signal?: NodeJS.Signals): Promise<number | null>
  /** Starts it again on the same data and port. */
  start(): Promise<void>
  /** Closes it and removes its data. Also what `await using` does at the end of a test. */
  [Symbol.asyncDispose](): Promise<void>
}

/** This process's environment without settings of Standpoint's own: a test says what it sets. */
const inherited = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(STANDPOINT_|OPENAI_|PORT$|NODE_ENV$|VITEST)/.test(name)),
  )

async function untilReady(child: ChildProcess, since: () => string): Promise<string> {
  const ended = once(child, 'close').then(() => {
    throw new Error(`The server ended before it was ready:\n${since()}`)
  })
  const ready = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const found = READY.exec(since())
      if (found) resolve(found[1] as string)
    })
  })
  return Promise.race([ready, ended])
}

/** Starts the real server on data of its own. `settings` are environment variables; give a file to run something else. */
export async function startServer(
  settings: Record<string, string> = {},
  file = 'src/web/start.ts',
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-server-'))
  const paths = { STANDPOINT_DATA_DIR: join(folder, 'data'), STANDPOINT_SECRET_FILE: join(folder, 'data.key') }
  const env = { ...inherited(), PORT: '0', ...paths, ...settings }
  let printed = ''
  let child: ChildProcess
  let url = ''
  const isRunning = () => child.exitCode === null && child.signalCode === null
  const end = async (signal: NodeJS.Signals) => {
    const closed = isRunning() ? once(child, 'close') : undefined
    child.kill(signal)
    await closed
    return child.exitCode
  }
  const killNow = () => child.kill('SIGKILL')
  process.on('exit', killNow)
  const start = async () => {
    const from = printed.length
    child = spawn(process.execPath, [file], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text
      })
    url = await untilReady(child, () => printed.slice(from))
    env.PORT = new URL(url).port
  }
  const remove = () => {
    process.off('exit', killNow)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  await start().catch((error) => {
    remove()
    throw error
  })
  return {
    get url() {
      return url
    },
    folder,
    output: () => printed,
    kill: async () => {
      await end('SIGKILL')
    },
    close: (signal = 'SIGINT') => end(signal),
    start,
    async [Symbol.asyncDispose]() {
      await end('SIGTERM')
      remove()
    },
  }
}
