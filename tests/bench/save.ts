import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { loadContent } from '#core/content/load-content.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { openWriters } from './send-saves.ts'

/** Enough to keep the server busy while many of them wait for the same flush (decision 044). */
const WRITERS = 200
/** Whoever signed in with an e-mail before: what a save costs must not depend on them. */
const SIGNED_IN = 10_000
const ROUNDS = 9
/** Rounds that aren't counted: Node compiles for speed what has run thousands of times, and a server runs for weeks. */
const WARMING_UP = 8
/** Saves in a round: every writer once to every question, so that an answer comes to 17 versions in all. */
const questions = loadContent().questions.filter((q) => !q.retired && q.parts.some(({ type }) => type === 'long-text'))
const SAVES = WRITERS * questions.length
/** As on a disk in a cloud. */
const FLUSH_US = 2_000

/** What a part must not fall below, and what it is to reach; both as a multiple of the bare server. */
const DISKS = {
  native: { floor: 0.7, goal: 0.8, bareSaves: SAVES },
  slow: { floor: 6, goal: 10, bareSaves: 400 },
}

/**
 * Durable saves a second, 200 learners at once: with the session, the check of the origin, validation, encryption and the
 * new version, beside a server that does no more than insert the words. Both in rounds that take turns; the fastest of each.
 */
async function compare(disk: keyof typeof DISKS, settings: Record<string, string>): Promise<boolean> {
  const { floor, goal, bareSaves } = DISKS[disk]
  await using bare = await startServer(settings, 'tests/bench/bare-server.ts')
  await using product = await startServer({ ...settings, STANDPOINT_TRUST_PROXY: '1' })
  addSignedIn(product)
  const servers = [
    { writers: await openWriters(bare.url, questions, WRITERS), saves: bareSaves, best: 0 },
    { writers: await openWriters(product.url, questions, WRITERS), saves: SAVES, best: 0 },
  ]
  for (const { writers, saves } of servers) for (let round = 0; round < WARMING_UP; round++) await writers.send(saves)
  for (let round = 0; round < ROUNDS; round++)
    for (const server of servers) server.best = Math.max(server.best, await server.writers.send(server.saves))
  const [least, ours] = servers.map(({ best }) => best) as [number, number]
  const ratio = ours / least
  console.log(
    `Saves, ${disk === 'native' ? 'this disk' : `a flush of ${FLUSH_US / 1000} ms`}: ${Math.round(ours)} a second beside ${Math.round(least)} bare, ${ratio.toFixed(2)} times (goal: ${goal}; at least ${floor})`,
  )
  return ratio >= floor
}

function addSignedIn({ folder }: TestServer): void {
  const db = new DatabaseSync(join(folder, 'data', 'standpoint.db'), { timeout: 5_000 })
  const learner = db.prepare('insert into learner (id, root_id, started_at) values (?, ?, 1)')
  const identity = db.prepare("insert into identity (kind, subject, learner_id, verified_at) values ('email', ?, ?, 1)")
  db.exec('begin immediate')
  for (let i = 0; i < SIGNED_IN; i++) {
    learner.run(`somebody-${i}`, `somebody-${i}`)
    identity.run(`somebody-${i}@example.org`, `somebody-${i}`)
  }
  db.exec('commit')
  db.close()
}

export async function saveRatio(): Promise<boolean> {
  const holds = await compare('native', {})
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-flush-'))
  try {
    const library = join(folder, 'slow-flush.so')
    const { status } = spawnSync('cc', ['-shared', '-fPIC', '-o', library, 'tests/bench/slow-flush.c', '-ldl'])
    if (status !== 0) {
      console.log('Saves with a slow flush need Linux and a C compiler (Debian: apt-get install gcc): not measured.')
      return holds
    }
    return (await compare('slow', { LD_PRELOAD: library, SLOW_FLUSH_US: `${FLUSH_US}` })) && holds
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
