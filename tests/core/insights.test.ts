import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { alter, answer, chooses, joins, names, newCourse, newMembers, newPerson, newPlace, newTrainer, rates, SECOND_TICK, THIRD_TICK, TICK, tick } from '#tests/attacks/group.ts'

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
  const pictures = async () => (await core.cohortInsights(trainer, { cohort: course.id })).questions.find((q) => q.id === 'cd.doing-with')?.pictures
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
  expect(questions.map((q) => q.id)).toEqual(questions.map((q) => q.id).toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
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
