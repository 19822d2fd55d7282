import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { Db } from '#core/db/db.ts'
import { closeCohort } from '#core/release/close-cohort.ts'
import {
  answer,
  chooses,
  names,
  newCourse,
  newMembers,
  newPlace,
  newTrainer,
  openAt,
  rates,
  TICK,
  tells,
} from '#tests/attacks/group.ts'
import { openWorld } from '#tests/support/open-world.ts'

const KILLS = 8

test('everything of a closing is one write, so that there is no moment between counting and marking', async () => {
  const place = await newPlace()
  const course = await newCourse(place.core, await newTrainer(place.core))
  for (const member of await newMembers(place.core, course, names(8))) {
    await answer(place.core, member, chooses('with'))
    await answer(place.core, member, rates(3))
  }
  const author = (await newMembers(place.core, course, ['author']))[0] as Actor
  await answer(place.core, author, rates(3, 'I listen.'))
  await place.core.approveText(author, { question: 'cd.my-role', words: 'I listen.' })
  await place.core.close()
  const { config } = place
  const opened = await openWorld(config, Date.parse(TICK))
  const { db, clock } = opened
  const units: string[][] = []
  const write: Db['write'] = (unit) => {
    units.push(unit.map(({ sql }) => /(?:into|update) "(\w+)"/.exec(sql)?.[1] ?? sql))
    return db.write(unit)
  }
  const world = { ...opened, db: { ...db, write } }
  expect(await closeCohort(world, course.id, clock.now())).toBe(2)
  expect(units).toEqual([['closing', 'learner', 'member', 'receipt', 'batch', 'approved_text', 'card']])
  expect(await closeCohort(world, course.id, clock.now())).toBeNull()
  expect(units).toHaveLength(1)
  await opened.close()
})

test('a tick that is killed at any moment counts every answer once, never twice', { timeout: 120_000 }, async () => {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const courses = []
  for (let n = 0; n < 4; n++) {
    const course = await newCourse(place.core, trainer)
    for (const member of await newMembers(place.core, course, names(8, 100 * n))) {
      await answer(place.core, member, chooses('with'))
      await answer(place.core, member, rates(3))
      await answer(place.core, member, tells('Words.', 'asked-to-help'))
    }
    courses.push(course)
  }
  await place.core.close()
  const { dataDir, secretFile } = place.config
  const settings = { STANDPOINT_DATA_DIR: dataDir, STANDPOINT_SECRET_FILE: secretFile, STANDPOINT_TEST_CLOCK: TICK }
  const tick = (at: string) =>
    spawn(process.execPath, ['src/cli/tick.ts', '--at', at], { env: { ...process.env, ...settings }, stdio: 'ignore' })
  // What a run takes that finds nothing due; the kills are spread over that and a little more.
  const began = performance.now()
  await once(tick('2020-01-01T00:00:00Z'), 'close')
  const needed = performance.now() - began
  for (let n = 0; n < KILLS; n++) {
    const child = tick(TICK)
    const kill = setTimeout(() => child.kill('SIGKILL'), needed * (0.5 + (0.7 * n) / KILLS))
    await once(child, 'close')
    clearTimeout(kill)
  }
  const last = tick(TICK)
  await once(last, 'close')
  expect(last.exitCode).toBe(0)

  const db = new DatabaseSync(`${dataDir}/standpoint.db`, { readOnly: true })
  const one = (sql: string) => Object.values(db.prepare(sql).get() as object)[0]
  expect(one('select count(*) from batch')).toBe(12)
  expect(one('select count(*) from receipt')).toBe(96)
  expect(one('select max(nth) from receipt')).toBe(1)
  expect(one('select count(*) from closing where took_part = 8')).toBe(4)
  db.close()
  const { core } = await openAt(place.config, TICK)
  for (const course of courses) {
    const { questions } = await core.cohortInsights(trainer, { cohort: course.id })
    expect(questions.map((q) => q.pictures.length)).toEqual([1, 1, 1])
  }
})
