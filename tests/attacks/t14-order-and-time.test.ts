import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import {
  answer,
  chooses,
  idOf,
  joins,
  names,
  newCourse,
  newPerson,
  newPlace,
  newTrainer,
  type Place,
  rates,
  SECOND_TICK,
  START,
  THIRD_TICK,
  TICK,
  tells,
  tick,
  worlds,
} from './group.ts'
import { memberSees, trainerSees } from './views.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*Z?/g

const CHOICES = ['to', 'to', 'for', 'with', 'with', 'with', 'by', 'varies']

/** Everybody answers, a minute apart, in the order given. */
async function answerInOrder(place: Place, people: Actor[], order: number[]) {
  for (const [minute, i] of order.entries()) {
    place.at(new Date(Date.parse(START) + (minute + 1) * 60_000).toISOString())
    const person = people[i] as Actor
    await answer(place.core, person, tells(`Story ${i}`, i % 2 ? 'asked-to-help' : 'listened-to'))
    await answer(place.core, person, rates((i % 5) + 1))
    await answer(place.core, person, chooses(CHOICES[i] as string))
  }
}

async function course() {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  const people = await Promise.all(names(8).map((name) => newPerson(place.core, name)))
  for (const person of people) await joins(place.core, person, course)
  return { place, trainer, course, people }
}

test('T14: who answers first, and when, changes not a byte', async () => {
  const { place, trainer, people } = await course()
  const { forwards, backwards } = await worlds(place, 'forwards', 'backwards')
  await answerInOrder(forwards, people, [0, 1, 2, 3, 4, 5, 6, 7])
  await answerInOrder(backwards, people, [7, 3, 5, 6, 4, 0, 2, 1])
  await tick(forwards, TICK)
  // The later minute at which a tick runs isn't told either.
  await tick(backwards, '2026-03-03T09:37:21.654Z')
  backwards.at(TICK)
  const seen = await trainerSees(forwards, trainer)
  expect(seen).toContain('wd">some')
  expect(await trainerSees(backwards, trainer)).toBe(seen)
})

test('T14: no internal id leaves, and no time but the ticks that everybody was told', async () => {
  const { place, trainer, course: room, people } = await course()
  await answerInOrder(place, people, [0, 1, 2, 3, 4, 5, 6, 7])
  await tick(place, TICK)
  const seen = await trainerSees(place, trainer)
  expect(seen).not.toMatch(UUID)
  for (const person of [trainer, ...people]) expect(seen).not.toContain(idOf(person))
  expect([...new Set(seen.match(TIME))].sort()).toEqual([TICK, SECOND_TICK, THIRD_TICK])
  expect(await memberSees(place, people[0] as Actor, room)).not.toMatch(UUID)
})

test('T14: what is stored for the trainer holds no count, no learner, no UUID and no time but the tick', async () => {
  const { place, people } = await course()
  await answerInOrder(place, people, [0, 1, 2, 3, 4, 5, 6, 7])
  await tick(place, '2026-03-03T09:41:12.345Z')
  await place.core.close()
  const db = new DatabaseSync(`${place.config.dataDir}/standpoint.db`, { readOnly: true })
  const rows = db.prepare('select * from batch').all()
  db.close()
  expect(rows).toHaveLength(3)
  const numbers = (value: unknown): number[] =>
    typeof value === 'number'
      ? [value]
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(numbers)
        : []
  for (const row of rows) {
    expect(JSON.stringify(row)).not.toMatch(UUID)
    const { closed_at, picture, ...rest } = row
    expect(closed_at).toBe(Date.parse(TICK))
    expect(numbers(rest)).toEqual([])
    expect(rest.participation).toBe('5-9')
    // The only number in a picture is a mean of eight or more.
    expect(numbers(JSON.parse(String(picture))).every((n) => n >= 1.5 && n <= 4.5 && (n * 2) % 1 === 0)).toBe(true)
  }
})
