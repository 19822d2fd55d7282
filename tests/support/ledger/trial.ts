import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VISITOR } from '#core/actor.ts'
import { openCore } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { connect } from '#core/db/connect.ts'
import { slowSlack } from './slow-slack.ts'
import { endWorker, startWorker } from './start-worker.ts'

const WORKERS = 3
const MONDAY = Date.parse('2026-03-02T09:00:00Z')
const TUESDAY = Date.parse('2026-03-03T10:00:00Z')
/** The workers' clock runs ahead of ours, so that waits and leases don't take as long as they do. */
const STEP = 20_000
const EVERY = 200
/** Ten hours of that clock, after which it would be night. */
const MOST_STEPS = 1700

export interface LedgerTrial {
  learners: number
  /** Not sent, in the end. */
  lost: number
  sentTwice: number
  /** By state, as the ledger has them. */
  states: Record<string, number>
  posted: number
  refused: number
  failed: number
  failedAfter: number
  lookedUp: number
  seconds: number
}

/** So many learners with a prompt due at once, sent by three processes, one of which is killed while it sends. */
export async function ledgerTrial(config: Config, learners: number): Promise<LedgerTrial> {
  const slack = await slowSlack()
  const clock = join(config.dataDir, '..', 'clock')
  let now = MONDAY
  const set = (time: number) => {
    now = time
    // As one step: a process that reads meanwhile must not find half of it.
    writeFileSync(`${clock}.new`, new Date(now).toISOString())
    renameSync(`${clock}.new`, clock)
  }
  const settings = { ...config, testClock: clock }
  mkdirSync(config.dataDir, { recursive: true })
  set(MONDAY)
  await switchOn(settings, learners)
  set(TUESDAY)
  const began = performance.now()
  const workers = Array.from({ length: WORKERS }, () => worker(settings, slack.url))
  try {
    await Promise.all(workers.map(isReady))
    let killed = false
    const db = await connect(settings)
    const left = async () => {
      const rows = await db.read.selectFrom('delivery').select('state').execute()
      return learners - rows.filter(({ state }) => state === 'sent').length
    }
    for (let step = 0; step < MOST_STEPS && (await left()) > 0; step++) {
      if (!killed && slack.count.posted > learners / 4) {
        workers[0]?.kill('SIGKILL')
        killed = true
      }
      await new Promise((resolve) => setTimeout(resolve, killed ? EVERY : 5))
      if (killed) set(now + STEP)
    }
    const rows = await db.read.selectFrom('delivery').select('state').execute()
    await db.close()
    const got = slack.got()
    const states: Record<string, number> = {}
    for (const { state } of rows) states[state] = (states[state] ?? 0) + 1
    return {
      learners,
      lost: learners - got.length,
      sentTwice: got.filter((times) => times > 1).length,
      states,
      ...slack.count,
      seconds: (performance.now() - began) / 1000,
    }
  } finally {
    await Promise.all(workers.map((child) => endWorker(child)))
    await slack.close()
  }
}

async function switchOn(config: Config, learners: number): Promise<void> {
  const core = await openCore(config, { log: () => {} })
  for (let from = 0; from < learners; from += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, learners - from) }, async (_, n) => {
        const { learnerId } = await core.startNotebook(VISITOR, {})
        const at = { channel: 'slack' as const, place: `D${from + n}` }
        await core.setPrompts({ kind: 'learner', learnerId }, { on: true, at })
      }),
    )
  await core.close()
}

const worker = (config: Config, apiUrl: string): ChildProcess =>
  startWorker(config, {
    STANDPOINT_SLACK_BOT_TOKEN: 'xoxb-trial',
    STANDPOINT_SLACK_SIGNING_SECRET: 'trial',
    STANDPOINT_SLACK_API_URL: apiUrl,
  })

async function isReady(child: ChildProcess): Promise<void> {
  await Promise.race([
    once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data'),
    once(child, 'close').then(() => {
      throw new Error('A worker ended before it was ready.')
    }),
  ])
}
