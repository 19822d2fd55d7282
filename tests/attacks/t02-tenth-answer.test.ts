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

test('T2: nine wait, a tick closes them, a tenth arrives: its answer is in nothing, before or after the next tick', {
  timeout: 120_000,
}, async () => {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  for (const [i, member] of (await newMembers(place.core, course, names(9))).entries())
    await answer(place.core, member, chooses(i < 6 ? 'to' : 'with'))
  const target = await newPerson(place.core, 'target')
  await joins(place.core, target, course)
  await tick(place, TICK)
  const { first, second, silent } = await worlds(place, 'first', 'second', 'silent')
  await answer(first.core, target, chooses('to'))
  await answer(second.core, target, chooses('by'))
  for (const time of [TICK, SECOND_TICK]) {
    for (const world of [first, second, silent]) await tick(world, time)
    const seen = await trainerSees(silent, trainer)
    expect(seen).toContain('wd">most')
    expect(await trainerSees(first, trainer)).toBe(seen)
    expect(await trainerSees(second, trainer)).toBe(seen)
  }
  const said = await companionSays(silent, trainer)
  for (const world of [first, second]) expect(await companionSays(world, trainer)).toBe(said)
})
