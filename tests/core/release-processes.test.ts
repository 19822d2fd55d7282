import { spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { Config } from '#core/config.ts'
import { connect } from '#core/db/connect.ts'
import {
  answer,
  chooses,
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newTrainer,
  openAt,
  type Place,
  SECOND_TICK,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const COURSES = 50

/** Courses of five who have all answered; the core is closed again. */
async function coursesOfFive(config: Config, count: number): Promise<void> {
  const { core } = await openAt(config)
  const trainer = await newTrainer(core)
  await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const course = await newCourse(core, trainer, { ticks: [TICK] })
      const people = await Promise.all(names(5, 10 * n + 1).map((name) => newPerson(core, name)))
      await Promise.all(people.map((person) => joins(core, person, course)))
      await Promise.all(people.map((person) => answer(core, person, chooses('with'))))
    }),
  )
  await core.close()
}

/** The command in a process of its own, on these data. */
function tickCommand({ dataDir, secretFile, databaseUrl, keysUrl }: Config) {
  const stores = databaseUrl && keysUrl ? { STANDPOINT_DATABASE_URL: databaseUrl, STANDPOINT_KEYS_URL: keysUrl } : {}
  const settings = { STANDPOINT_DATA_DIR: dataDir, STANDPOINT_SECRET_FILE: secretFile, ...stores }
  return spawn(process.execPath, ['src/cli/tick.ts', '--at', TICK], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** What was written, as whoever holds the database could count it. */
async function written(config: Config) {
  const db = await connect(config)
  const batches = await db.read.selectFrom('batch').select('cohort_id').execute()
  const receipts = await db.read.selectFrom('receipt').select('nth').execute()
  const closings = await db.read.selectFrom('closing').select('took_part').execute()
  await db.close()
  return {
    batches: batches.length,
    courses: new Set(batches.map((b) => b.cohort_id)).size,
    receipts: receipts.map((r) => r.nth).reduce((sum, nth) => sum + nth, 0),
    tookPart: closings.map((c) => c.took_part).reduce((sum, people) => sum + people, 0),
  }
}
const ONCE = { batches: COURSES, courses: COURSES, receipts: 5 * COURSES, tookPart: 5 * COURSES }

forEachDatabase((name, fresh) => {
  test('two processes that tick the same fifty courses at once make each batch once', {
    timeout: 120_000,
  }, async () => {
    const config = await fresh()
    await coursesOfFive(config, COURSES)
    const both = [tickCommand(config), tickCommand(config)]
    await Promise.all(both.map((child) => once(child, 'close')))
    expect(both.map((child) => child.exitCode)).toEqual([0, 0])
    expect(await written(config)).toEqual(ONCE)
  })

  test('a clock that is set back an hour closes nothing twice, and what is answered then waits for the next tick', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const [early, late] = [await newMembers(core, course, names(5)), await newMembers(core, course, names(5, 6))]
    for (const member of early) await answer(core, member, chooses('with'))
    expect(await tick(place, '2026-03-03T09:31:00.000Z')).toMatchObject({ batches: 1 })
    const seen = await pictures(place, trainer, course.id)
    place.at('2026-03-03T08:31:00.000Z')
    for (const member of late) await answer(core, member, chooses('for'))
    for (const time of ['2026-03-03T08:32:00.000Z', '2026-03-03T09:30:30.000Z', '2026-03-04T09:31:00.000Z'])
      expect(await tick(place, time)).toEqual({ cohorts: 0, batches: 0, failed: 0 })
    expect(await pictures(place, trainer, course.id)).toEqual(seen)
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 1 })
    const both = await pictures(place, trainer, course.id)
    expect(both[0]).toEqual(seen[0])
    expect(both.map((picture) => picture.closedAt)).toEqual([TICK, SECOND_TICK])
    const { mine } = await core.cohortForLearner(late[0] as Actor, { cohort: course.id })
    expect(mine.flatMap((m) => m.shown)).toEqual([{ closedAt: SECOND_TICK, lines: ['Mostly done for people'] }])
  })

  if (name === 'PostgreSQL')
    test('a tick that is killed between counting and marking has written nothing, and the next counts everything once', {
      timeout: 120_000,
    }, async () => {
      const config = await fresh()
      await coursesOfFive(config, 1)
      const other = new pg.Client(config.databaseUrl as string)
      await other.connect()
      onTestFinished(() => other.end())
      // Receipts are written before the batch, in one unit: it waits here with the receipts written and not committed.
      await other.query('begin; lock table batch in exclusive mode')
      const child = tickCommand(config)
      const waits = "select 1 from pg_locks where not granted and relation = 'batch'::regclass"
      await expect.poll(async () => (await other.query(waits)).rowCount, { timeout: 60_000 }).toBe(1)
      child.kill('SIGKILL')
      await once(child, 'close')
      await other.query('rollback')
      expect(await written(config)).toEqual({ batches: 0, courses: 0, receipts: 0, tookPart: 0 })
      await once(tickCommand(config), 'close')
      expect(await written(config)).toEqual({ batches: 1, courses: 1, receipts: 5, tookPart: 5 })
    })
})

async function pictures({ core }: Place, trainer: Actor, cohort: string) {
  const { questions } = await core.cohortInsights(trainer, { cohort })
  return questions.flatMap((question) => question.pictures)
}
