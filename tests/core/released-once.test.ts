import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { cardsSeen, ROLE, shares } from '#tests/attacks/cards.ts'
import {
  alter,
  answer,
  idOf,
  joins,
  newMembers,
  rates,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { type Course, courseOf } from '#tests/support/course-of.ts'
import { provesMailbox } from '#tests/support/proves-mailbox.ts'
import { place } from '#tests/support/shared-place.ts'

const { core } = place
const FOURTH_TICK = '2026-03-24T09:30:00.000Z'

const cardsOf = ({ trainer, course }: Course) => cardsSeen(core, trainer, course, ROLE)
const everybody = async (people: Actor[]) => {
  for (const person of people) await answer(core, person, rates(3, 'Words.'))
}

/** Two people of a course, already counted, prove one mailbox: they were one person all along. */
async function shownToBeOne({ course }: Course, [one, other]: [Actor, Actor]) {
  provesMailbox(place, one, `one.${course.id}@example.org`, course.id)
  provesMailbox(place, other, `other.${course.id}@example.org`, course.id)
}

test('two notebooks counted before they were shown to be one person’s have one card between them, at any tick', async () => {
  const here = await courseOf(6, { ticks: [TICK, SECOND_TICK, THIRD_TICK, FOURTH_TICK] })
  const [one, other] = here.people as [Actor, Actor]
  await everybody(here.people)
  await tick(place, TICK)
  await shownToBeOne(here, [one, other])
  for (const [i, person] of [one, other].entries())
    await core.approveText(person, { question: ROLE, words: i ? 'I ask.' : 'I listen.' })
  await tick(place, SECOND_TICK)
  const first = await cardsOf(here)
  expect(first).toHaveLength(1)
  await tick(place, THIRD_TICK)
  expect(await cardsOf(here)).toEqual(first)
  // Once it has gone, the other’s may come, and not with the same tick.
  await core.withdrawText(first[0] === 'I ask.' ? other : one, { question: ROLE })
  await tick(place, FOURTH_TICK)
  expect(await cardsOf(here)).toEqual([])
})

test('a card of a notebook that has left the course is still its person’s: another notebook of theirs adds none', async () => {
  const here = await courseOf(5)
  const [one, other] = here.people as [Actor, Actor]
  await everybody(here.people)
  await core.approveText(one, { question: ROLE, words: 'I listen.' })
  await tick(place, TICK)
  await shownToBeOne(here, [one, other])
  await core.leaveCohort(one, { cohort: here.course.id })
  await core.approveText(other, { question: ROLE, words: 'I ask.' })
  await tick(place, SECOND_TICK)
  expect(await cardsOf(here)).toEqual(['I listen.'])
})

test('words approved for one course by somebody who was then counted in another go out in neither', async () => {
  const [here, there] = [await courseOf(5), await courseOf(5, { ticks: [TICK] })]
  const [mover] = await newMembers(core, here.course, place.names(1))
  await shares(core, mover as Actor, ROLE, 'I listen.')
  await core.leaveCohort(mover as Actor, { cohort: here.course.id })
  await joins(core, mover as Actor, there.course)
  await everybody([...here.people, ...there.people])
  await tick(place, TICK)
  await core.leaveCohort(mover as Actor, { cohort: there.course.id })
  await joins(core, mover as Actor, here.course)
  await tick(place, SECOND_TICK)
  expect([await cardsOf(here), await cardsOf(there)]).toEqual([[], []])
})

test('words of somebody counted here and, from a notebook joined to theirs since, in another course too still go out', async () => {
  const [here, there] = [await courseOf(5), await courseOf(5)]
  const [mine, joined] = [here.people[0], there.people[0]] as [Actor, Actor]
  await everybody([...here.people, ...there.people])
  await tick(place, TICK)
  await core.approveText(mine, { question: ROLE, words: 'I listen.' })
  alter(place, 'update learner set root_id = ? where id = ?', idOf(mine), idOf(joined))
  await tick(place, SECOND_TICK)
  expect(await cardsOf(here)).toEqual(['I listen.'])
})
