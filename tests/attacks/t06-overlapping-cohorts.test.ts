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
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { trainerSees } from './views.ts'

/** Cohorts A and B of different trainers, the same eight people in both, the target in B only. */
async function overlapping(first: 'A' | 'B') {
  const place = await newPlace()
  const [ofA, ofB] = [await newTrainer(place.core), await newTrainer(place.core)]
  const [a, b] = [await newCourse(place.core, ofA), await newCourse(place.core, ofB)]
  const people = await newMembers(place.core, first === 'A' ? a : b, names(8))
  const target = await newPerson(place.core, 'target')
  await joins(place.core, target, b)
  place.at('2026-03-02T10:00:00Z')
  for (const person of people) await joins(place.core, person, first === 'A' ? b : a)
  // In a batch of nine, the target's answer would move a band.
  for (const [i, person] of people.entries()) await answer(place.core, person, chooses(i < 2 ? 'to' : 'with'))
  return { place, target, trainers: [ofA, ofB] }
}

const seenBy = async (place: Place, trainers: Actor[]) =>
  (await Promise.all(trainers.map((trainer) => trainerSees(place, trainer)))).join('\n\n')

test('T6: B is A and the target: B minus A tells nothing of the target', async () => {
  const { place, target, trainers } = await overlapping('A')
  const { first, second } = await worlds(place, 'first', 'second')
  await answer(first.core, target, chooses('to'))
  await answer(second.core, target, chooses('by'))
  for (const time of [TICK, SECOND_TICK]) {
    for (const world of [first, second]) await tick(world, time)
    const seen = await seenBy(first, trainers)
    expect(seen).toContain('wd">most')
    expect(await seenBy(second, trainers)).toBe(seen)
  }
})

test.each([
  ['A', [1, 0]],
  ['B', [0, 1]],
] as const)('T6: whoever joined %s first is in a batch there, and in none of the other’s', async (cohort, expected) => {
  const { place, target, trainers } = await overlapping(cohort)
  await answer(place.core, target, chooses('to'))
  for (const time of [TICK, SECOND_TICK, THIRD_TICK]) await tick(place, time)
  const released = await Promise.all(
    trainers.map(async (trainer) => {
      const { cohorts } = await place.core.myCohorts(trainer, {})
      const insights = await place.core.cohortInsights(trainer, { cohort: cohorts[0]?.id ?? '' })
      return insights.questions.flatMap((q) => q.pictures).length
    }),
  )
  expect(released).toEqual(expected)
})
