import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Config } from '#core/config.ts'

/** A process that sends what is due on the same stores; `settings` are those of its channels. */
export function startWorker(
  { dataDir, secretFile, databaseUrl, keysUrl, testClock }: Config,
  settings: Record<string, string>,
): ChildProcess {
  const stores = databaseUrl && keysUrl ? { STANDPOINT_DATABASE_URL: databaseUrl, STANDPOINT_KEYS_URL: keysUrl } : {}
  const env = {
    ...process.env,
    STANDPOINT_DATA_DIR: dataDir,
    STANDPOINT_SECRET_FILE: secretFile,
    STANDPOINT_TEST_CLOCK: testClock ?? '',
    ...settings,
    ...stores,
  }
  return spawn(process.execPath, ['tests/support/ledger/worker.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Ends it, unless it has ended. */
export async function endWorker(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill(signal)
  await closed
}
