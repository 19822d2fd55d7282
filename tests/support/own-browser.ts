import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { FLAGS, findBrowser } from './browser.ts'

/** A Chromium with a profile on the disk, in a process of its own that can be killed as a phone's system kills one. */
export interface OwnBrowser {
  start(): Promise<BrowserContext>
  kill(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Longer than anything takes on a busy machine; what waits longer waits for something that doesn't come. */
const PATIENCE = 45_000
const READY = /DevTools listening on (ws:\S+)/

export function ownBrowser(): OwnBrowser {
  const profile = mkdtempSync(join(tmpdir(), 'standpoint-profile-'))
  let kill = async () => {}
  process.once('exit', () => void kill())
  return {
    async start() {
      const { executablePath, env } = await findBrowser()
      const own = ['headless', 'remote-debugging-port=0', `user-data-dir=${profile}`]
      const args = [...FLAGS, ...own].map((flag) => `--${flag}`)
      // In a group of its own: its helpers go with it.
      const child = spawn(executablePath, args, {
        env: env ?? process.env,
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      const closed = once(child, 'close')
      kill = async () => {
        kill = async () => {}
        process.kill(-(child.pid as number), 'SIGKILL')
        await closed
      }
      let printed = ''
      child.stderr.setEncoding('utf8')
      const address = await new Promise<string>((found, failed) => {
        child.stderr.on('data', (text: string) => {
          printed += text
          const ready = READY.exec(printed)
          if (ready) found(ready[1] as string)
        })
        void closed.then(() => failed(new Error(`Chromium ended before it was ready:\n${printed}`)))
      })
      const browser = await chromium.connectOverCDP(address)
      const context = browser.contexts()[0] as BrowserContext
      context.setDefaultTimeout(PATIENCE)
      return context
    },
    kill: () => kill(),
    async [Symbol.asyncDispose]() {
      await kill()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
