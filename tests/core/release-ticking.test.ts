import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
import {
  answer,
  chooses,
  names,
  newCourse,
  newMembers,
  newPlace,
  newTrainer,
  SECOND_TICK,
  TICK,
} from '#tests/attacks/group.ts'
import { startTicking } from '../../src/web/ticking.ts'

async function fiveWait() {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  for (const member of await newMembers(place.core, course, names(5))) await answer(place.core, member, chooses('with'))
  const released = async () => {
    const { questions } = await place.core.cohortInsights(trainer, { cohort: course.id })
    return questions.flatMap((q) => q.pictures).length
  }
  return { place, released }
}

const tickCommand = (args: string[], settings: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['src/cli/tick.ts', ...args], { env: { ...process.env, ...settings }, encoding: 'utf8' })

test('the server’s clock closes what is due, and nothing after it was stopped', async () => {
  const { place, released } = await fiveWait()
  const lines: string[] = []
  const ticking = startTicking(place.core, (event, facts) => lines.push(`${event} ${JSON.stringify(facts)}`), 1)
  place.at(TICK)
  await expect.poll(released).toBe(1)
  await ticking.stop()
  expect(lines).toEqual(['tick {"cohorts":1,"failed":0}'])
  place.at(SECOND_TICK)
  expect(await place.core.closeBatches(SYSTEM, {})).toMatchObject({ cohorts: 1 })
})

test('a clock that finds the core closed says so and goes on', async () => {
  const { place } = await fiveWait()
  place.at(TICK)
  await place.core.close()
  const lines: string[] = []
  const ticking = startTicking(place.core, (event) => lines.push(event), 1)
  await expect.poll(() => lines.length).toBeGreaterThan(1)
  await ticking.stop()
  expect(new Set(lines)).toEqual(new Set(['tick-failed', 'sweep-failed']))
})

test('the command closes what is due by a time, and prints how much, with no name', async () => {
  const { place, released } = await fiveWait()
  const settings = { STANDPOINT_DATA_DIR: place.config.dataDir, STANDPOINT_SECRET_FILE: place.config.secretFile }
  const first = tickCommand(['--at', '2026-03-03T10:30:00+01:00'], settings)
  expect([first.stdout, first.stderr, first.status]).toEqual(['Looked at 1 cohort.\n', '', 0])
  expect(tickCommand(['--at', TICK], settings).stdout).toBe('Looked at 0 cohorts.\n')
  expect(await released()).toBe(1)
})

test.each([[['--at', 'tomorrow']], [['--at', '2026-03-02']], [['--at']], [['--when', 'now']], [['now']]])(
  'the command refuses %j and says how it is used',
  (args) => {
    const { status, stderr, stdout } = tickCommand(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('npm run -s tick -- --at 2026-03-02T03:00:00Z')
  },
)

test('in production a tick can’t be closed before its time', async () => {
  const { place, released } = await fiveWait()
  const settings = {
    STANDPOINT_DATA_DIR: place.config.dataDir,
    STANDPOINT_SECRET_FILE: place.config.secretFile,
    NODE_ENV: 'production',
  }
  const { status, stderr } = tickCommand(['--at', '2999-03-03T10:30:00Z'], settings)
  expect([status, stderr]).toEqual([1, 'That time is still to come, and a tick can’t be closed before its time.\n'])
  expect(await released()).toBe(0)
})
