import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import {
  alter,
  answer,
  chooses,
  idOf,
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newPlace,
  newTrainer,
  newVisitor,
  rates,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { provesMailbox } from '#tests/support/proves-mailbox.ts'

test('a batch holds one wording of its question, in the words it was answered in', async () => {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  const members = await newMembers(core, course, names(9))
  for (const member of members) await answer(core, member, chooses('with'))
  const question = core.content.question('cd.doing-with')
  const asked = JSON.stringify({ ask: 'Where did it sit, in the old days?', parts: question?.parts })
  alter(place, "insert into wording (question_id, hash, asked) values ('cd.doing-with', 'old', ?)", asked)
  for (const member of members.slice(0, 5) as { learnerId: string }[])
    alter(place, "update answer set wording_hash = 'old' where learner_id = ?", member.learnerId)
  expect(await tick(place, TICK)).toMatchObject({ batches: 1 })
  const pictures = async () =>
    (await core.cohortInsights(trainer, { cohort: course.id })).questions.find((q) => q.id === 'cd.doing-with')
      ?.pictures
  expect((await pictures())?.map((p) => p.ask)).toEqual(['Where did it sit, in the old days?'])
  const late = await newPerson(core, 'late')
  await joins(core, late, course)
  await answer(core, late, chooses('for'))
  expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 1 })
  expect((await pictures())?.map((p) => p.ask)).toEqual(['Where did it sit, in the old days?', question?.ask])
})

test('questions stand in reading order, with every option in the author’s order, whatever was chosen', async () => {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  for (const member of await newMembers(core, course, names(5))) await answer(core, member, chooses('varies'))
  await tick(place, TICK)
  const { questions } = await core.cohortInsights(trainer, { cohort: course.id })
  const order = core.content.questions.map((q) => q.id)
  expect(questions.map((q) => q.id)).toEqual(
    questions.map((q) => q.id).toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
  )
  const cells = questions.find((q) => q.id === 'cd.doing-with')?.pictures[0]?.parts[0]?.groups[0]?.cells
  expect(cells?.map((c) => c.key)).toEqual(['to', 'for', 'with', 'by', 'varies'])
})

test('participation moves only when a batch closes, counts a person once, and never goes down', async () => {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  const members = await newMembers(core, course, names(9))
  const band = async () => (await core.cohortInsights(trainer, { cohort: course.id })).participation
  expect(await band()).toBe('0-4')
  for (const member of members) await answer(core, member, chooses('with'))
  expect(await band()).toBe('0-4')
  await tick(place, TICK)
  expect(await band()).toBe('5-9')
  for (const member of members) await answer(core, member, rates(3))
  await tick(place, SECOND_TICK)
  expect(await band()).toBe('5-9')
  for (const member of members.slice(0, 5)) await core.leaveCohort(member, { cohort: course.id })
  const [tenth] = await newMembers(core, course, ['tenth'])
  for (const person of [...members.slice(5), tenth as Actor]) await answer(core, person, rates(1))
  expect(await band()).toBe('5-9')
  await tick(place, THIRD_TICK)
  expect(await band()).toBe('10-19')
})

test('somebody who stops being a trainer, or erases themselves, sees the course no more', async () => {
  const { core } = await newPlace()
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  const learner = { kind: 'learner', learnerId: (trainer as { learnerId: string }).learnerId } as const
  await expect(core.cohortInsights(learner, { cohort: course.id })).rejects.toMatchObject({ kind: 'not-found' })
  await core.eraseMe(trainer, { sure: 'delete everything' })
  await expect(core.cohortInsights(trainer, { cohort: course.id })).rejects.toMatchObject({ kind: 'not-found' })
})

const released = async (core: Core, trainer: Actor, cohort: string) => {
  const { questions } = await core.cohortInsights(trainer, { cohort })
  return questions.flatMap((q) => q.pictures).length
}

test('what somebody wrote before they joined and before they showed who they are counts at the next tick', async () => {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  const early = await newVisitor(core)
  await answer(core, early, chooses('with'))
  for (const member of await newMembers(core, course, names(4))) await answer(core, member, chooses('with'))
  await joins(core, early, course)
  await tick(place, TICK)
  expect(await released(core, trainer, course.id)).toBe(0)
  expect(await core.cohortForLearner(early, { cohort: course.id })).toMatchObject({ verified: false })
  provesMailbox(place, early, 'e@example.org')
  await tick(place, SECOND_TICK)
  expect(await released(core, trainer, course.id)).toBe(1)
})

test('two notebooks that became one, of which one said no, are not counted until their owner says yes', async () => {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  for (const member of await newMembers(core, course, names(4))) await answer(core, member, chooses('with'))
  const [phone, laptop] = [await newPerson(core, 'phone'), await newPerson(core, 'laptop')]
  await joins(core, phone, course)
  await joins(core, laptop, course, false)
  await answer(core, phone, chooses('with'))
  alter(place, 'update learner set root_id = ? where id = ?', idOf(laptop), idOf(phone))
  await tick(place, TICK)
  expect(await released(core, trainer, course.id)).toBe(0)
  expect(await core.cohortForLearner(laptop, { cohort: course.id })).toMatchObject({ counted: false })
  await core.setCounted(laptop, { cohort: course.id, counted: true })
  await tick(place, SECOND_TICK)
  expect(await released(core, trainer, course.id)).toBe(1)
})

test('somebody who leaves a course and comes back has joined it last: what waits counts in the other', async () => {
  const place = await newPlace()
  const { core } = place
  const [one, two] = [await newTrainer(core), await newTrainer(core)]
  const [first, second] = [await newCourse(core, one), await newCourse(core, two)]
  const people = await newMembers(core, first, names(5))
  place.at('2026-03-02T09:05:00Z')
  for (const person of people) {
    await joins(core, person, second)
    await answer(core, person, chooses('with'))
    await core.leaveCohort(person, { cohort: first.id })
  }
  place.at('2026-03-02T09:10:00Z')
  for (const person of people) await joins(core, person, first)
  await tick(place, TICK)
  expect([await released(core, one, first.id), await released(core, two, second.id)]).toEqual([0, 1])
})
