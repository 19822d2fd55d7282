import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { SYSTEM, VISITOR } from '#core/actor.ts'
import { openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'
import { hashSecret } from '#core/id.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { startServer } from '#tests/support/server.ts'
import type { Found } from './part.ts'
import { rankTest } from './rank-test.ts'

const TIMINGS = 2000
const RUNS = 3
/** By chance alone, three of three runs are below it once in a thousand million times. */
const TOO_UNLIKELY = 0.001
const WARM_UP = 300
const TICK = '2026-03-03T09:30:00.000Z'

/** A poll comes each second, so what the server did just before is mostly over. */
const pause = () => setTimeout(25)

/**
 * T13, the timing: a trainer polls the pictures of a course, and tries to tell from how long each reply takes whether a
 * learner is online. There are two servers on the same data. Before each poll of the first a member writes, in one of
 * the two at random: whatever else slows the machine, or speeds it up, is the same for both worlds.
 */
export async function polling(): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-polling-'))
  try {
    const { settings, trainer, member, course } = await prepare(join(folder, 'one'))
    cpSync(join(folder, 'one'), join(folder, 'other'), { recursive: true })
    await using server = await startServer(settings(join(folder, 'one')))
    await using other = await startServer(settings(join(folder, 'other')))
    const as = (secret: string, { url }: { url: string }) => {
      const client = new BrowserClient(() => url)
      client.cookie = `standpoint=${secret}`
      return client
    }
    const trainers = as(trainer, server)
    const members = {
      online: { client: as(member, server), revision: 0 },
      quiet: { client: as(member, other), revision: 0 },
    }
    const poll = async () => {
      const from = performance.now()
      const response = await trainers.get(`/api/cohorts/${course}/insights`)
      await response.arrayBuffer()
      if (response.status !== 200) throw new Error(`The pictures came with ${response.status}.`)
      return performance.now() - from
    }
    const write = async (where: 'online' | 'quiet') => {
      const { client, revision } = members[where]
      const saved = await client.save('cd.doing-with', { place: ['to', 'by'][revision % 2] }, revision)
      if (saved.status !== 200) throw new Error(`The member could not write: ${saved.status}.`)
      members[where].revision++
    }
    for (let n = 0; n < WARM_UP; n++) await Promise.all([write('online'), write('quiet'), poll()])
    const runs = []
    for (let run = 0; run < RUNS; run++) {
      const times = { online: [] as number[], quiet: [] as number[] }
      for (let n = 0; n < TIMINGS; n++) {
        const world = Math.random() < 0.5 ? 'online' : 'quiet'
        await write(world)
        await pause()
        times[world].push(await poll())
      }
      runs.push({ ...times, p: rankTest(times.online, times.quiet) })
    }
    return {
      holds: runs.some(({ p }) => p >= TOO_UNLIKELY),
      figures: runs
        .map(
          ({ online, quiet, p }) =>
            `${TIMINGS} timings: median ${median(online)} ms online, ${median(quiet)} ms quiet, p = ${p.toPrecision(2)}`,
        )
        .join('\n'),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const median = (numbers: number[]): string => (numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0).toFixed(2)

/** An installation in which a batch of nine was released, with a trainer and a member who are signed in. */
async function prepare(folder: string) {
  const settings = (of: string) => ({
    STANDPOINT_DATA_DIR: join(of, 'data'),
    STANDPOINT_SECRET_FILE: join(of, 'data.key'),
    STANDPOINT_TEST_CLOCK: join(of, 'clock'),
  })
  mkdirSync(folder)
  const at = (time: string) => writeFileSync(join(folder, 'clock'), time)
  at('2026-03-02T09:00:00.000Z')
  const config = readConfig(settings(folder))
  const core = await openCore(config)
  const { learnerId } = await core.startNotebook(VISITOR, {})
  const trainer = { kind: 'trainer', learnerId } as const
  const questions = ['cd.doing-with', 'cd.my-role']
  const course = await core.createCohort(trainer, { name: 'Polled', trainer: 'Ms Invented', questions, ticks: [TICK] })
  const people = []
  for (let n = 0; n < 9; n++) {
    const person = await core.linkAccount(SYSTEM, { kind: 'slack', subject: `T0COURSE:U${n}`, verified: true })
    await core.joinCohort(person, { code: course.joinCode, counted: true })
    await core.saveAnswer(person, { question: 'cd.my-role', value: { place: (n % 3) + 2 }, channel: 'web' })
    people.push(person as { learnerId: string })
  }
  at('2026-03-04T12:00:00.000Z')
  await core.closeBatches(SYSTEM, {})
  await core.close()
  const db = new DatabaseSync(join(config.dataDir, 'standpoint.db'))
  const signIn = (id: string): string => {
    const secret = `${randomUUID()}${randomUUID()}`
    db.prepare('insert into device (id, learner_id, secret_hash, started_at, expires_at) values (?, ?, ?, 0, ?)').run(
      randomUUID(),
      id,
      hashSecret(secret),
      9_999_999_999_999,
    )
    return secret
  }
  const address = 'trainer@example.org'
  db.prepare('insert into trainer (address, added_at) values (?, 0)').run(address)
  db.prepare("insert into identity (kind, subject, learner_id, verified_at, mailbox) values ('email', ?, ?, 1, ?)").run(
    address,
    learnerId,
    address,
  )
  const signedIn = { trainer: signIn(learnerId), member: signIn(people[0]?.learnerId ?? '') }
  db.close()
  return { settings, course: course.id, ...signedIn }
}
