import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
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
  TICK,
  tick,
  worlds,
} from './group.ts'
import { browserOf, everythingOf } from './http.ts'

/** A day with no tick in it: the last was at half past nine the day before. */
const DAY = '2026-03-04T00:00:00Z'
const SECOND = 1000
const MINUTE = 60 * SECOND
/** The learner is online from here on, for the minute and a half in which each second is polled. */
const ONLINE_AT = Date.parse('2026-03-04T14:00:00Z')
const WATCHED = 90

/** What the learner does, by the second. */
const deeds = (
  place: Place,
  target: Actor,
  course: Awaited<ReturnType<typeof newCourse>>,
): Record<number, () => Promise<unknown>> => {
  const browser = browserOf(place, target)
  const say = async (path: string, body: object) =>
    (await browser).post(path, body, { origin: 'http://standpoint.example' })
  return {
    5: async () => (await browser).get('/chapters/community'),
    10: () => joins(place.core, target, course),
    20: () => answer(place.core, target, chooses('by')),
    25: () => answer(place.core, target, rates(1, 'Some words of mine.')),
    30: () => answer(place.core, target, rates(5)),
    40: () => say('/api/chat', { text: 'next question' }),
    45: () => say('/api/ask', { question: 'K15' }),
    50: () => place.core.setCounted(target, { cohort: course.id, counted: false }),
    60: async () => (await browser).get('/notebook'),
    65: () => place.core.leaveCohort(target, { cohort: course.id }),
    75: () => place.core.eraseMe(target, { sure: 'delete everything' }),
  }
}

/**
 * The whole day would be 86,400 looks. Every second is looked at while the learner is there; of the rest, every minute,
 * and then only the pictures as data. Latency is looked at in `npm run reliability`.
 */
test('T13: whoever polls through a day sees nothing move while a learner is online: not a byte, an ETag or a length', {
  timeout: 240_000,
}, async () => {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  for (const [i, member] of (await newMembers(place.core, course, names(9))).entries())
    await answer(place.core, member, chooses(i < 5 ? 'to' : 'with'))
  const target = await newPerson(place.core, 'target')
  await tick(place, TICK)
  place.at(DAY)
  const { online, quiet } = await worlds(place, 'online', 'quiet')
  const insights = `/api/cohorts/${course.id}/insights`
  const paths = [insights, `/trainer/cohorts/${course.id}`, `/api/cohorts/${course.id}`]
  const clients = { online: await browserOf(online, trainer), quiet: await browserOf(quiet, trainer) }
  const look = async (world: 'online' | 'quiet', path: string) => everythingOf(await clients[world].get(path))

  const first = new Map<string, string>()
  for (const path of paths) first.set(path, await look('quiet', path))
  expect(first.get(insights)).toContain('"band":"some"')
  const doing = deeds(online, target, course)
  const done: number[] = []
  for (let second = 0; second < WATCHED; second++) {
    const now = new Date(ONLINE_AT + second * SECOND).toISOString()
    online.at(now)
    quiet.at(now)
    if (doing[second]) done.push(second)
    await doing[second]?.()
    // Turn about, so that neither world is always the one that is asked first.
    for (const world of second % 2 ? (['online', 'quiet'] as const) : (['quiet', 'online'] as const))
      for (const path of paths)
        expect(await look(world, path), `${world}, second ${second}, ${path}`).toBe(first.get(path))
  }
  expect(done).toHaveLength(Object.keys(doing).length)
  for (let minute = 0; minute < 24 * 60; minute++) {
    online.at(new Date(Date.parse(DAY) + minute * MINUTE).toISOString())
    expect(await look('online', insights), `minute ${minute}`).toBe(first.get(insights))
  }
})
