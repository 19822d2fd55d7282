import { expect, test } from 'vitest'
import { companionSays } from './companion.ts'
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
  SECOND_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { trainerSees } from './views.ts'

test('T1: five were released and the target is the sixth: nothing the trainer can fetch moves', {
  timeout: 120_000,
}, async () => {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  for (const [i, member] of (await newMembers(place.core, course, names(5))).entries())
    await answer(place.core, member, chooses(i < 2 ? 'to' : 'with'))
  const target = await newPerson(place.core, 'target')
  await joins(place.core, target, course)
  await tick(place, TICK)
  place.at('2026-03-04T12:00:00Z')
  const before = await trainerSees(place, trainer)
  expect(before).toContain('wd">some')

  const { first, second, silent } = await worlds(place, 'first', 'second', 'silent')
  await answer(first.core, target, chooses('to'))
  await answer(second.core, target, chooses('by'))
  for (const world of [first, second]) expect(await trainerSees(world, trainer)).toBe(before)
  for (const world of [first, second, silent]) await tick(world, SECOND_TICK)
  const seen = await trainerSees(silent, trainer)
  const said = await companionSays(silent, trainer)
  for (const world of [first, second]) {
    expect(await trainerSees(world, trainer)).toBe(seen)
    expect(await companionSays(world, trainer)).toBe(said)
  }
  for (const world of [first, second]) world.at('2026-03-04T12:00:00Z')
  expect(await trainerSees(first, trainer)).toBe(before)
})
