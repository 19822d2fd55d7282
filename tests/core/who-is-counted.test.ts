import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import {
  alter,
  answer,
  chooses,
  idOf,
  joins,
  newCourse,
  newMembers,
  newTrainer,
  newVisitor,
  rates,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { courseOf } from '#tests/support/course-of.ts'
import { provesMailbox } from '#tests/support/proves-mailbox.ts'
import { place } from '#tests/support/shared-place.ts'

const { core } = place
const after = (iso: string) => new Date(Date.parse(iso) + 1).toISOString()

/** A course in which some people, all proven, chose `with` a minute after it began. */
async function answeredBy(count: number) {
  const made = await courseOf(count)
  for (const person of made.people) await answer(core, person, chooses('with'))
  return made
}

async function joinsAnother(course: SetUp): Promise<Actor> {
  const [person] = await newMembers(core, course, place.names(1))
  return person as Actor
}

async function released(trainer: Actor, course: SetUp, question = 'cd.doing-with') {
  const { questions } = await core.cohortInsights(trainer, { cohort: course.id })
  return questions.find((q) => q.id === question)?.pictures ?? []
}

async function bandOf(trainer: Actor, course: SetUp, option: string) {
  const [picture] = await released(trainer, course)
  return picture?.parts[0]?.groups[0]?.cells.find((cell) => cell.key === option)?.band
}

/** Two notebooks of one person, of which the phone’s was started first. */
async function phoneAndLaptop(course: SetUp, mailbox: string) {
  const phone = await joinsAnother(course)
  place.at('2026-03-02T09:01:00.000Z')
  const laptop = await joinsAnother(course)
  provesMailbox(place, phone, `phone+${mailbox}`, mailbox)
  provesMailbox(place, laptop, `laptop+${mailbox}`, mailbox)
  return { phone, laptop }
}

test('whoever joined and answered by the very moment of the tick is counted', async () => {
  const { trainer, course } = await answeredBy(4)
  place.at(TICK)
  await answer(core, await joinsAnother(course), chooses('with'))
  await tick(place, TICK)
  expect(await released(trainer, course)).toHaveLength(1)
})

test('whoever answered a millisecond after the tick’s time waits, however late it runs', async () => {
  const { trainer, course } = await answeredBy(4)
  const late = await joinsAnother(course)
  place.at(after(TICK))
  await answer(core, late, chooses('with'))
  await tick(place, after(TICK))
  expect(await released(trainer, course)).toEqual([])
})

test('whoever answered after the tick’s time is not in its batch, though enough others are', async () => {
  const { trainer, course } = await answeredBy(5)
  const late = await joinsAnother(course)
  place.at(after(TICK))
  await answer(core, late, chooses('with'))
  await tick(place, after(TICK))
  expect(await released(trainer, course)).toHaveLength(1)
  const { mine } = await core.cohortForLearner(late, { cohort: course.id })
  expect(mine.find(({ question }) => question.id === 'cd.doing-with')).toMatchObject({ state: 'waiting', shown: [] })
})

test('whoever was counted, left, and came back after the tick’s time waits with what they edited', async () => {
  const { trainer, course, people } = await answeredBy(5)
  await tick(place, TICK)
  for (const person of people) await answer(core, person, chooses('for'))
  const [back] = people as [Actor]
  await core.leaveCohort(back, { cohort: course.id })
  place.at(after(SECOND_TICK))
  await joins(core, back, course)
  await tick(place, after(SECOND_TICK))
  expect(await released(trainer, course)).toHaveLength(1)
  await tick(place, THIRD_TICK)
  expect(await released(trainer, course)).toHaveLength(2)
})

test('whoever was counted and then said no is in no later batch, whatever they edit', async () => {
  const { trainer, course, people } = await answeredBy(5)
  await tick(place, TICK)
  for (const person of people) await answer(core, person, chooses('for'))
  await core.setCounted(people[0] as Actor, { cohort: course.id, counted: false })
  await tick(place, SECOND_TICK)
  expect(await released(trainer, course)).toHaveLength(1)
})

test('somebody who has proven nothing makes no fifth person', async () => {
  const { trainer, course } = await answeredBy(4)
  const visitor = await newVisitor(core)
  await joins(core, visitor, course)
  await answer(core, visitor, chooses('with'))
  await tick(place, TICK)
  expect(await released(trainer, course)).toEqual([])
})

test('a trainer of the course makes no fifth person, nor does a notebook with the trainer’s mailbox', async () => {
  const { trainer, course } = await answeredBy(4)
  provesMailbox(place, trainer, 'trainer@example.org')
  const other = await joinsAnother(course)
  provesMailbox(place, other, 'tr.ainer@example.org', 'trainer@example.org')
  const helper = await joinsAnother(course)
  alter(place, "insert into staff (cohort_id, learner_id, name) values (?, ?, 'Helper')", course.id, idOf(helper))
  for (const person of [helper, other]) await answer(core, person, chooses('with'))
  await tick(place, TICK)
  expect(await released(trainer, course)).toEqual([])
})

test('a trainer beside five others leaves the five as they are', async () => {
  const { trainer, course } = await answeredBy(5)
  provesMailbox(place, trainer, 'beside@example.org')
  await tick(place, TICK)
  expect(await released(trainer, course)).toHaveLength(1)
})

test('two notebooks of one person count once: the one started first speaks', async () => {
  const { trainer, course, people } = await answeredBy(4)
  await answer(core, people[0] as Actor, chooses('for'))
  const { phone, laptop } = await phoneAndLaptop(course, 'two@example.org')
  await answer(core, laptop, chooses('to'))
  await answer(core, phone, chooses('with'))
  await tick(place, TICK)
  expect((await core.cohortInsights(trainer, { cohort: course.id })).participation).toBe('5-9')
  // Four of five, where three of six or of five would be "some".
  expect(await bandOf(trainer, course, 'with')).toBe('most')
})

test('of two notebooks the one that answered speaks, and goes on speaking once it was counted', async () => {
  const { trainer, course, people } = await answeredBy(4)
  const { phone, laptop } = await phoneAndLaptop(course, 'speaks@example.org')
  await answer(core, laptop, chooses('with'))
  await tick(place, TICK)
  expect(await released(trainer, course)).toHaveLength(1)
  await answer(core, phone, chooses('to'))
  for (const person of people) await answer(core, person, chooses('for'))
  await tick(place, SECOND_TICK)
  expect(await released(trainer, course)).toHaveLength(1)
  await answer(core, laptop, chooses('for'))
  await tick(place, THIRD_TICK)
  expect(await released(trainer, course)).toHaveLength(2)
})

test('whoever was counted in two courses before their notebooks were shown to be one is counted in neither again', async () => {
  const here = await answeredBy(4)
  const there = await answeredBy(4)
  const phone = await joinsAnother(here.course)
  place.at('2026-03-02T09:01:00.000Z')
  const laptop = await joinsAnother(there.course)
  for (const person of [phone, laptop]) await answer(core, person, chooses('with'))
  await tick(place, TICK)
  for (const { trainer, course } of [here, there]) expect(await released(trainer, course)).toHaveLength(1)
  await joins(core, laptop, here.course)
  provesMailbox(place, phone, 'phone+late@example.org', 'late@example.org')
  provesMailbox(place, laptop, 'laptop+late@example.org', 'late@example.org')
  for (const person of [...here.people, phone]) await answer(core, person, chooses('for'))
  await tick(place, SECOND_TICK)
  expect(await released(here.trainer, here.course)).toHaveLength(1)
})

test('an answer counts in the course joined first, also when the other’s tick comes before', async () => {
  const first = await courseOf(5, { ticks: [SECOND_TICK] })
  const second = await courseOf(0)
  place.at('2026-03-02T09:05:00.000Z')
  for (const person of first.people) {
    await joins(core, person, second.course)
    await answer(core, person, chooses('with'))
  }
  const both = async () => [await released(first.trainer, first.course), await released(second.trainer, second.course)]
  await tick(place, TICK)
  expect(await both()).toEqual([[], []])
  await tick(place, SECOND_TICK)
  expect(await both()).toMatchObject([[{ closedAt: SECOND_TICK }], []])
})

test('an answer counts in the course joined first; once counted, never in the other; and the other knows nobody yet', async () => {
  const { trainer, course: first, people } = await answeredBy(5)
  const other = await newTrainer(core)
  const second = await newCourse(core, other)
  place.at('2026-03-02T09:05:00.000Z')
  for (const person of people) await joins(core, person, second)
  await tick(place, TICK)
  expect([await released(trainer, first), await released(other, second)]).toMatchObject([[{ closedAt: TICK }], []])
  for (const person of people) {
    await core.leaveCohort(person, { cohort: first.id })
    await answer(core, person, chooses('for'))
  }
  await tick(place, SECOND_TICK)
  expect(await released(other, second)).toEqual([])
  for (const person of people) await answer(core, person, rates(3))
  await tick(place, THIRD_TICK)
  expect(await released(other, second, 'cd.my-role')).toHaveLength(1)
  // In a batch here for the first time, though they were in one elsewhere.
  expect((await core.cohortInsights(other, { cohort: second.id })).participation).toBe('5-9')
})
