import { expect, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import { startServer } from '#tests/support/server.ts'
import { startTicking } from '../../src/web/ticking.ts'
import {
  answer,
  chooses,
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newPlace,
  newTrainer,
  type Place,
  rates,
  SECOND_TICK,
  START,
  TICK,
  worlds,
} from './group.ts'
import { browserOf, everythingOf } from './http.ts'
import { trainerSees } from './views.ts'

const BUSY = { timeout: 120_000 }
const PUBLIC = 'http://standpoint.example'

/** Four people wait. The target is the fifth in one world, answers alone in another, and doesn’t answer in a third. */
async function threeWorlds() {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  const stranger = await newTrainer(place.core)
  for (const member of await newMembers(place.core, course, names(4))) await answer(place.core, member, chooses('with'))
  const target = await newPerson(place.core, 'target')
  await joins(place.core, target, course)
  const made = await worlds(place, 'silent', 'fifth', 'alone')
  await answer(made.fifth.core, target, chooses('with'))
  await answer(made.alone.core, target, rates(2))
  return { ...made, trainer, stranger, course, target }
}
type Three = Awaited<ReturnType<typeof threeWorlds>>

/** Everything that can be asked for or sent wrongly at a trainer’s addresses: by the trainer, and by another. */
async function refusals(place: Place, { trainer, stranger, course }: Three): Promise<string> {
  const nothing = `${course.id.slice(0, -4)}none`
  const said: string[] = []
  // What is there is shown; that is the other attacks’ matter.
  const note = async (what: string, response: Response) => {
    if (response.ok) await response.text()
    else said.push(what, await everythingOf(response))
  }
  for (const actor of [trainer, stranger] as Actor[]) {
    const client = await browserOf(place, actor)
    for (const id of [course.id, nothing, '%20', `${course.id}/`, course.id.toUpperCase(), 'x'.repeat(200)])
      for (const path of [
        `/api/cohorts/${id}`,
        `/api/cohorts/${id}/insights`,
        `/api/cohorts/${id}/mine`,
        `/trainer/cohorts/${id}`,
      ])
        await note(path, await client.get(path))
    for (const body of [{}, { ticks: [] }, { ticks: ['2026-03-02T09:00:01Z'] }, { ticks: [TICK] }, { ticks: ['soon'] }])
      for (const id of [course.id, nothing])
        await note(`ticks ${id}`, await client.post(`/api/cohorts/${id}/ticks`, body, { origin: PUBLIC }))
    for (const path of ['counted', 'leave'])
      await note(path, await client.post(`/api/cohorts/${course.id}/${path}`, { counted: false }, { origin: PUBLIC }))
    await note('join', await client.post('/api/join', { code: course.joinCode }, { origin: PUBLIC }))
    await note('not taken', await client.post(`/api/cohorts/${course.id}/insights`, {}, { origin: PUBLIC }))
    await note(
      'elsewhere',
      await client.post(`/api/cohorts/${course.id}/ticks`, {}, { origin: 'http://elsewhere.example' }),
    )
  }
  return said.join('\n')
}

test('T20: no refusal, and no line of a log, tells whether the target answered', BUSY, async () => {
  const three = await threeWorlds()
  const { silent, fifth, alone } = three
  for (const time of [START, TICK, SECOND_TICK]) {
    for (const world of [silent, fifth, alone]) {
      world.at(time)
      // As the server’s own clock does it, with its own line.
      const ticking = startTicking(world.core, (event, facts) => world.logged.push(`${event} ${JSON.stringify(facts)}`))
      await ticking.stop()
    }
    const refused = await refusals(silent, three)
    expect(refused).toMatch(/^404$/m)
    expect(refused).toMatch(/^422$/m)
    for (const world of [fifth, alone]) expect(await refusals(world, three)).toBe(refused)
  }
  expect(silent.logged.filter((line) => line.startsWith('tick '))).toHaveLength(2)
  for (const world of [fifth, alone]) expect(world.logged).toEqual(silent.logged)
  // A batch did close in one of them: there was something to tell.
  const insights = await fifth.core.cohortInsights(three.trainer, { cohort: three.course.id })
  expect(insights.questions.flatMap((q) => q.pictures)).toHaveLength(1)
})

test('T20: a real server prints the same, whoever answered', BUSY, async () => {
  const { silent, fifth, alone } = await threeWorlds()
  const printed: string[] = []
  for (const { core, config, at } of [silent, fifth, alone]) {
    await core.close()
    at('2026-03-03T09:45:00Z')
    const settings = {
      STANDPOINT_DATA_DIR: config.dataDir,
      STANDPOINT_SECRET_FILE: config.secretFile,
      STANDPOINT_TEST_CLOCK: String(config.testClock),
    }
    const server = await startServer(settings)
    await expect.poll(server.output, { timeout: 20_000 }).toContain('tick ')
    for (const path of ['/trainer', '/api/cohorts', '/api/cohorts/none/insights', '/nowhere'])
      await (await fetch(server.url + path)).text()
    await server.close()
    printed.push(
      server
        .output()
        .replaceAll(config.dataDir, 'DATA')
        .replaceAll(config.secretFile, 'KEY')
        .replaceAll(server.url, 'URL'),
    )
    await server[Symbol.asyncDispose]()
  }
  expect(printed[0]).toContain('tick cohorts=1 failed=0')
  expect(printed[1]).toBe(printed[0])
  expect(printed[2]).toBe(printed[0])
})

/** All that somebody gets who asks for a course by its id, or sends something there, from here or from another site. */
async function asksAt(place: Place, actor: Actor, id: string): Promise<string> {
  const client = await browserOf(place, actor)
  const said: string[] = []
  for (const path of ['', '/insights', '/mine', '/none'].map((end) => `/api/cohorts/${id}${end}`))
    said.push(path, await everythingOf(await client.get(path)))
  for (const path of [`/trainer/cohorts/${id}`, `/trainer/cohorts/${id}/copy`, `/cohort/${id}`, '/trainer', '/cohort'])
    said.push(path, await everythingOf(await client.get(path)))
  for (const [path, sent] of Object.entries({ ticks: { ticks: [TICK] }, counted: { counted: true }, leave: {} }))
    for (const origin of [PUBLIC, 'http://elsewhere.example'])
      said.push(
        `${path} ${origin}`,
        await everythingOf(await client.post(`/api/cohorts/${id}/${path}`, sent, { origin })),
      )
  return said.join('\n').replaceAll(id, 'ID')
}

test('T20: no address answers 403, and whom a course belongs to is no different from no course', BUSY, async () => {
  const three = await threeWorlds()
  const { silent, trainer, stranger, course, target } = three
  const passerBy = await newPerson(silent.core, 'passer-by')
  for (const who of [VISITOR, passerBy, stranger]) {
    const theirs = await asksAt(silent, who, course.id)
    expect(theirs).toBe(await asksAt(silent, who, `${course.id.slice(0, -4)}none`))
    expect(theirs).toMatch(/^404$/m)
    expect(theirs).not.toMatch(/^403$/m)
  }
  for (const who of [trainer, target]) expect(await asksAt(silent, who, course.id)).not.toMatch(/^403$/m)
  expect(await refusals(silent, three)).not.toMatch(/^403$/m)
  expect(await trainerSees(silent, trainer)).not.toMatch(/^403$/m)
})
