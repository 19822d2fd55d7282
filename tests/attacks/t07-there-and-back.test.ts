import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
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
  type Place,
  rates,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { memberSees, trainerSees } from './views.ts'

const BUSY = { timeout: 240_000 }
const WHEN = { leaves: '2026-03-04T09:00:00Z', returns: '2026-03-11T09:00:00Z' }

/** Two courses of seven with trainers of their own; the target is in A. Everybody answers alike, so that no band moves. */
async function twoCourses() {
  const place = await newPlace()
  const trainers = [await newTrainer(place.core), await newTrainer(place.core)] as [Actor, Actor]
  const a = await newCourse(place.core, trainers[0])
  const b = await newCourse(place.core, trainers[1])
  const target = await newPerson(place.core, 'target')
  await joins(place.core, target, a)
  // Ten each: one more or fewer crosses neither the eight of a mean nor an edge of the band of people who took part.
  return {
    place,
    trainers,
    a,
    b,
    target,
    ofA: await newMembers(place.core, a, names(10)),
    ofB: await newMembers(place.core, b, names(10, 100)),
  }
}
type Group = Awaited<ReturnType<typeof twoCourses>>

/** One question before each tick; the target’s first answer is counted in A, and then they go, or stay. */
async function live(place: Place, { ofA, ofB, target, a, b }: Group, moves: boolean): Promise<void> {
  const { core } = place
  const everybody = async (choice: ReturnType<typeof chooses>) => {
    for (const person of [...ofA, ...ofB, target]) await answer(core, person, choice)
  }
  await everybody(chooses('with'))
  await tick(place, TICK)
  place.at(WHEN.leaves)
  if (moves) {
    await core.leaveCohort(target, { cohort: a.id })
    await joins(core, target, b)
  }
  await everybody(rates(4))
  await tick(place, SECOND_TICK)
  place.at(WHEN.returns)
  if (moves) {
    await core.leaveCohort(target, { cohort: b.id })
    await joins(core, target, a)
  }
  await tick(place, THIRD_TICK)
}

const seenBy = async (place: Place, { trainers, ofA, ofB, a, b }: Group) => {
  const seen: string[] = []
  for (const trainer of trainers) seen.push(await trainerSees(place, trainer), await companionSays(place, trainer))
  seen.push(await memberSees(place, ofA[0] as Actor, a), await memberSees(place, ofB[0] as Actor, b))
  return seen.join('\n\n')
}

test(
  'T7: the target moves from A to B and back: the trainers of both, together, see what they see if nobody moves',
  BUSY,
  async () => {
    const g = await twoCourses()
    const { moved, stayed } = await worlds(g.place, 'moved', 'stayed')
    await live(moved, g, true)
    await live(stayed, g, false)
    const seen = await seenBy(stayed, g)
    expect(seen.match(/wd">most/g)?.length).toBe(4)
    expect(await seenBy(moved, g)).toBe(seen)
  },
)

test('T7: each answer of theirs is counted in exactly one of the two', BUSY, async () => {
  const g = await twoCourses()
  await live(g.place, g, true)
  const { core } = g.place
  // Back in A, they look at A; B they can look at again once they have joined it again.
  await joins(core, g.target, g.b)
  const shown = await Promise.all(
    [g.a, g.b].map(async ({ id }) =>
      (await core.cohortForLearner(g.target, { cohort: id })).mine.map((part) => [part.question.id, part.shown.length]),
    ),
  )
  expect(shown.map(Object.fromEntries)).toEqual([
    { 'cd.doing-with': 1, 'cd.my-role': 0, 'community.belong': 0 },
    { 'cd.doing-with': 0, 'cd.my-role': 1, 'community.belong': 0 },
  ])
})

test('T7: an answer that was counted in A doesn’t tip a batch of B over its threshold', BUSY, async () => {
  const g = await twoCourses()
  const { core } = g.place
  const waiting = g.ofB.slice(0, 4)
  for (const person of [...g.ofA.slice(0, 4), g.target, ...waiting]) await answer(core, person, chooses('with'))
  await tick(g.place, TICK)
  g.place.at(WHEN.leaves)
  await core.leaveCohort(g.target, { cohort: g.a.id })
  await joins(core, g.target, g.b)
  // As it was, and changed: an edit belongs where the answer was counted.
  await tick(g.place, SECOND_TICK)
  await answer(core, g.target, chooses('by'))
  await tick(g.place, THIRD_TICK)
  const { questions } = await core.cohortInsights(g.trainers[1], { cohort: g.b.id })
  expect(questions.flatMap((q) => q.pictures)).toEqual([])
})
