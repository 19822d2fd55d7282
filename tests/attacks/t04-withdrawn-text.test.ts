import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { cardsSeen, ROLE, shares } from './cards.ts'
import {
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newPlace,
  newTrainer,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { trainerSees } from './views.ts'

const BUSY = { timeout: 120_000 }
const WORDS = ['I listen.', 'I make the tea.', 'I book rooms.', 'I write letters.', 'I ask why.', 'I take notes.']
const TARGETS = 'I open the doors.'

/** Seven people whose words are on the wall, of whom one is the target. */
async function wall() {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  const others = await newMembers(place.core, course, names(WORDS.length))
  for (const [i, member] of others.entries()) await shares(place.core, member, ROLE, WORDS[i] as string)
  const target = await newPerson(place.core, 'target')
  await joins(place.core, target, course)
  await shares(place.core, target, ROLE, TARGETS)
  await tick(place, TICK)
  const seen = () => cardsSeen(place.core, trainer, course, ROLE)
  return { place, trainer, course, target, others, seen }
}

test('T4: when the target takes a text back shows nowhere until the tick, and then not when', BUSY, async () => {
  const { place, trainer, target } = await wall()
  const { early, late, kept } = await worlds(place, 'early', 'late', 'kept')
  early.at('2026-03-04T08:00:00Z')
  await early.core.withdrawText(target, { question: ROLE })
  for (const world of [early, late, kept]) await tick(world, '2026-03-08T20:00:00Z')
  const before = await trainerSees(kept, trainer)
  expect(before).toContain(TARGETS)
  expect(await trainerSees(early, trainer)).toBe(before)
  await late.core.withdrawText(target, { question: ROLE })
  expect(await trainerSees(late, trainer)).toBe(before)
  // A Monday's night lies between; as a picture is made the day after, it takes nothing away.
  for (const world of [early, late, kept]) await tick(world, '2026-03-09T12:00:00Z')
  expect(await trainerSees(early, trainer)).toBe(await trainerSees(kept, trainer))
  for (const world of [early, late, kept]) await tick(world, SECOND_TICK)
  const after = await trainerSees(early, trainer)
  expect(after).not.toContain(TARGETS)
  for (const words of WORDS) expect(after).toContain(words)
  expect(await trainerSees(kept, trainer)).toContain(TARGETS)
  expect(await trainerSees(late, trainer)).toBe(after)
})

test('T4: what stays is shuffled, so that nobody can tell which cards the one that went stood between', async () => {
  const { place, target, others, seen } = await wall()
  const before = await seen()
  expect([...before].sort()).toEqual([...WORDS, TARGETS].sort())
  await place.core.withdrawText(target, { question: ROLE })
  expect(await seen()).toEqual(before)
  await tick(place, SECOND_TICK)
  const after = await seen()
  expect([...after].sort()).toEqual([...WORDS].sort())
  // By chance, one order in 720 is the old one, and one pair of orders in 86,400.
  const stayed = before.filter((words) => words !== TARGETS)
  await place.core.withdrawText(others[0] as Actor, { question: ROLE })
  await tick(place, THIRD_TICK)
  const last = (await seen()).join()
  expect([after.join(), last]).not.toEqual([stayed.join(), stayed.filter((words) => words !== WORDS[0]).join()])
})

test('T4: the bands stay, and the target is no longer linked to a card by anything but their own key', async () => {
  const { place, trainer, course, target, seen } = await wall()
  const bands = async () =>
    (await place.core.cohortInsights(trainer, { cohort: course.id })).questions.map((q) => q.pictures)
  const before = await bands()
  await place.core.withdrawText(target, { question: ROLE })
  await tick(place, SECOND_TICK)
  expect(await bands()).toEqual(before)
  expect(await seen()).toHaveLength(WORDS.length)
  expect((await place.core.myTexts(target, {})).texts).toEqual([])
})

test(
  'T4: an account that is deleted takes its words along at the tick, as if they had been taken back',
  BUSY,
  async () => {
    const { place, trainer, target } = await wall()
    const { erased, withdrawn } = await worlds(place, 'erased', 'withdrawn')
    await erased.core.eraseMe(target as Actor, { sure: 'delete everything' })
    await withdrawn.core.withdrawText(target, { question: ROLE })
    for (const time of ['2026-03-05T09:00:00Z', SECOND_TICK]) {
      for (const world of [erased, withdrawn]) await tick(world, time)
      expect(await trainerSees(erased, trainer)).toBe(await trainerSees(withdrawn, trainer))
    }
  },
)
