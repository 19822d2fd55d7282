import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#core/config.ts'
import { type LedgerTrial, ledgerTrial } from '#tests/support/ledger/trial.ts'
import { newDatabase, startPostgres } from '#tests/support/lend-databases.ts'
import type { Part } from './part.ts'

const LEARNERS = 1500
/** What a worker has in flight when it is killed. */
const IN_FLIGHT = 4

async function on(stores: Record<string, string>): Promise<LedgerTrial> {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-ledger-'))
  const paths = { STANDPOINT_DATA_DIR: join(folder, 'data'), STANDPOINT_SECRET_FILE: join(folder, 'data.key') }
  try {
    return await ledgerTrial(readConfig({ ...paths, ...stores }), LEARNERS)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const line = (name: string, t: LedgerTrial): string =>
  `${name}: ${t.learners} learners, 3 processes, one killed, ${t.refused} times 429, ${t.failed} times 500 before and ` +
  `${t.failedAfter} after it had arrived, ${t.lookedUp} looked up: ${t.lost} lost, ${t.sentTwice} sent twice, ` +
  `${t.states.sent ?? 0} noted as sent, in ${t.seconds.toFixed(1)} s`

/** Every prompt arrives, and none twice but what was in flight when its sender was killed. */
export const ledger: Part = async () => {
  const sqlite = await on({})
  const server = await startPostgres()
  try {
    const postgres = await on({
      STANDPOINT_DATABASE_URL: await newDatabase(server.url, 'answers'),
      STANDPOINT_KEYS_URL: await newDatabase(server.url, 'keys'),
    })
    const good = (t: LedgerTrial) => t.lost === 0 && t.sentTwice <= IN_FLIGHT && t.states.sent === LEARNERS
    return {
      holds: good(sqlite) && good(postgres),
      figures: `${line('SQLite', sqlite)}\n${line('PostgreSQL', postgres)}`,
    }
  } finally {
    await server.stop()
  }
}
