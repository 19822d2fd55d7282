import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { answer, chooses, joins, names, newCourse, newMembers, newPerson, newPlace, newTrainer, type Place, SECOND_TICK, THIRD_TICK, TICK, tick, worlds } from './group.ts'
import { trainerSees } from './views.ts'

/** Cohorts A and B of different trainers, the same people in both, the target in B only. */
async function overlapping(order: 'A first' | 'B first') {
  const place = await newPlace()
  const [ofA, ofB] = [await newTrainer(place.core), await newTrainer(place.core)]
  const [a, b] = [await newCourse(place.core, ofA), await newCourse(place.core, ofB)]
  const people = await newMembers(place.core, order === 'A first' ? a : b, names(8))
  const target = await newPerson(place.core, 'target')
  await joins(place.core, target, b)
  place.at('2026-03-02T10:00:00Z')
  for (const person of people) await joins(place.core, person, order === 'A first' ? b : a)
  for (const person of people) await answer(place.core, person, chooses('with'))
  return { place, target, trainers: [ofA, ofB] }
}

const seenBy = async (place: Place, trainers: Actor[]) =>
  (await Promise.all(trainers.map((trainer) => trainerSees(place.core, trainer)))).join('\n\n')

test.each(['A first', 'B first'] as const)('T6: B is A and the target, joined %s: B minus A tells nothing of the target', async (order) => {
  const { place, target, trainers } = await overlapping(order)
  const { first, second } = await worlds(place, 'first', 'second')
  await answer(first.core, target, chooses('to'))
  await answer(second.core, target, chooses('by'))
  for (const time of [TICK, SECOND_TICK, THIRD_TICK]) {
    for (const world of [first, second]) await tick(world, time)
    const seen = await seenBy(first, trainers)
    expect(seen).toContain('most')
    expect(await seenBy(second, trainers)).toBe(seen)
  }
})

test('T6: nobody’s answer is in a batch of both', async () => {
  const { place, target, trainers } = await overlapping('A first')
  await answer(place.core, target, chooses('to'))
  for (const time of [TICK, SECOND_TICK, THIRD_TICK]) await tick(place, time)
  const released = await Promise.all(
    trainers.map(async (trainer) => {
      const { cohorts } = await place.core.myCohorts(trainer, {})
      const insights = await place.core.cohortInsights(trainer, { cohort: cohorts[0]?.id ?? '' })
      return insights.questions.flatMap((q) => q.pictures).length
    }),
  )
  expect(released).toEqual([1, 0])
})
