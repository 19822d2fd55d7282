import { expect, test } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import type { Question } from '#core/questions/question.ts'
import { closeBatches } from '#core/release/close-batches.ts'
import { closeCohort } from '#core/release/close-cohort.ts'
import type { World } from '#core/world.ts'
import {
  alter,
  answer,
  type Choice,
  chooses,
  idOf,
  joins,
  newTrainer,
  rates,
  SECOND_TICK,
  START,
  TICK,
  tells,
  tick,
} from '#tests/attacks/group.ts'
import { courseOf } from '#tests/support/course-of.ts'
import { meanwhile } from '#tests/support/meanwhile.ts'
import { newNotebook } from '#tests/support/proves-mailbox.ts'
import { place } from '#tests/support/shared-place.ts'

const { core } = place
const AT = Date.parse(TICK)

async function answeredBy(count: number, choice: Choice | null = chooses('with'), more = {}) {
  const { trainer, course, people } = await courseOf(count, more)
  if (choice) for (const person of people) await answer(core, person, choice)
  const pictures = async (question = 'cd.doing-with') => {
    const { questions } = await core.cohortInsights(trainer, { cohort: course.id })
    return questions.find((q) => q.id === question)?.pictures ?? []
  }
  const participation = async () => (await core.cohortInsights(trainer, { cohort: course.id })).participation
  return { trainer, course, people, pictures, participation }
}

/** Closes one course’s tick, as the tick’s command does; `change` is what is otherwise than everywhere else. */
async function close(course: SetUp, at = AT, change: Partial<World> = {}) {
  const world = await place.world()
  place.at(new Date(at).toISOString())
  return closeCohort({ ...world, ...change }, course.id, at)
}

/** The same content, in which the authors have changed one question. */
function changed(id: string, change: Partial<Question>): Partial<World> {
  const questions = core.content.questions.map((q) => (q.id === id ? { ...q, ...change } : q))
  return { content: { ...core.content, questions, question: (id) => questions.find((q) => q.id === id) } }
}

test.each([
  ['five', 5, chooses('with'), {}, 1],
  ['four', 4, chooses('with'), {}, 0],
  ['eight, of something personal', 8, tells('A chair.', 'food-or-fun'), {}, 1],
  ['seven, of something personal', 7, tells('A chair.', 'food-or-fun'), {}, 0],
  ['six, of a course that asks for six', 6, chooses('with'), { k: 6 }, 1],
  ['five, of a course that asks for six', 5, chooses('with'), { k: 6 }, 0],
])('who wait: %s', async (_who, count, choice, more, batches) => {
  const { course } = await answeredBy(count, choice, more)
  expect(await close(course)).toBe(batches)
})

test('everybody who waits is in one batch, and a batch for each question that enough people answered', async () => {
  const { course, people, pictures, participation } = await answeredBy(10)
  for (const person of people.slice(0, 5)) await answer(core, person, rates(4))
  for (const person of people.slice(5, 9)) await answer(core, person, tells('Words.', 'food-or-fun'))
  expect(await participation()).toBe('0-4')
  expect(await close(course)).toBe(2)
  expect([await pictures(), await pictures('cd.my-role')]).toMatchObject([[{ closedAt: TICK }], [{ closedAt: TICK }]])
  expect(await pictures('community.belong')).toEqual([])
  expect(await participation()).toBe('10-19')
})

test('participation counts a person once, whatever they answer and however often', async () => {
  const { course, people, participation } = await answeredBy(9)
  await close(course)
  expect(await participation()).toBe('5-9')
  for (const person of people) {
    await answer(core, person, chooses('for'))
    await answer(core, person, rates(4))
  }
  expect(await close(course, Date.parse(SECOND_TICK))).toBe(2)
  expect(await participation()).toBe('5-9')
})

test('answers in two wordings are two batches of one tick, each in its own words', async () => {
  const { course, people, pictures } = await answeredBy(10)
  const question = core.content.question('cd.doing-with')
  const asked = JSON.stringify({ ask: 'Where did it sit?', parts: question?.parts })
  alter(place, "insert into wording (question_id, hash, asked) values ('cd.doing-with', 'zz', ?)", asked)
  for (const person of people.slice(0, 5))
    alter(place, "update answer set wording_hash = 'zz' where learner_id = ?", idOf(person))
  expect(await close(course)).toBe(2)
  expect((await pictures()).map(({ ask }) => ask)).toEqual([question?.ask, 'Where did it sit?'])
})

test('a question that was retired, or made private, since is in no batch any more', async () => {
  for (const change of [{ retired: true }, { sensitivity: 'S2' as const }]) {
    place.at(START)
    const { course } = await answeredBy(8)
    expect(await close(course, AT, changed('cd.doing-with', change))).toBe(0)
  }
})

test('what was answered before the question had anything to count makes no picture of nothing', async () => {
  const { course, people } = await answeredBy(8, tells('A chair.'))
  const question = core.content.question('community.belong')
  const asked = JSON.stringify({ ask: 'Before there were tags', parts: question?.parts.slice(0, 1) })
  alter(place, "insert into wording (question_id, hash, asked) values ('community.belong', 'untagged', ?)", asked)
  for (const person of people)
    alter(place, "update answer set wording_hash = 'untagged' where learner_id = ?", idOf(person))
  expect(await close(course)).toBe(0)
})

test('a tick is closed once: what is answered after it waits, however often the same tick is asked for', async () => {
  const { course, people } = await answeredBy(5)
  expect(await close(course)).toBe(1)
  for (const person of people) await answer(core, person, rates(3))
  expect([await close(course), await close(course, AT - 1)]).toEqual([null, null])
  expect(await close(course, AT + 1)).toBe(1)
})

test('of two workers the second leaves the tick alone, the first time as later', async () => {
  const { course, people, pictures, participation } = await answeredBy(5)
  const second = await meanwhile(() => core.closeBatches(SYSTEM, {}))
  expect(await close(course, AT, second.change)).toBeNull()
  expect(await pictures()).toHaveLength(1)
  for (const person of people) await answer(core, person, chooses('for'))
  expect(await close(course, Date.parse(SECOND_TICK), second.change)).toBeNull()
  expect(await pictures()).toHaveLength(2)
  expect([second.tries(), await participation()]).toEqual([2, '5-9'])
})

test('somebody who says no while a batch is being closed isn’t in it', async () => {
  const { course, people, pictures } = await answeredBy(5)
  const cohort = course.id
  const { change } = await meanwhile(() => core.setCounted(people[0] as Actor, { cohort, counted: false }))
  expect(await close(course, AT, change)).toBe(0)
  expect(await pictures()).toEqual([])
})

test('somebody who leaves while a batch of six is being closed leaves five', async () => {
  const { course, people, pictures } = await answeredBy(6)
  const target = people[0] as Actor
  const { change } = await meanwhile((time) =>
    time === 1 ? core.leaveCohort(target, { cohort: course.id }) : Promise.resolve(),
  )
  expect(await close(course, AT, change)).toBe(1)
  expect(await pictures()).toHaveLength(1)
  await joins(core, target, course)
  const { mine } = await core.cohortForLearner(target, { cohort: course.id })
  expect(mine.find((part) => part.question.id === 'cd.doing-with')?.shown).toEqual([])
})

test('an erasure that stopped half-way, the key gone and the rows still there, holds nobody up', async () => {
  const { course, people, pictures } = await answeredBy(6)
  expect(await close(course)).toBe(1)
  for (const person of people) await answer(core, person, chooses('for'))
  const { keys } = await place.world()
  await keys.destroy([idOf(people[0] as Actor)])
  expect(await close(course, Date.parse(SECOND_TICK))).toBe(1)
  expect(await pictures()).toHaveLength(2)
})

test('two notebooks that become one while a batch is being closed are one person in it', async () => {
  const { course, people } = await answeredBy(5)
  const [one, other] = people.map(idOf) as [string, string]
  const { change } = await meanwhile(async () =>
    alter(place, 'update learner set root_id = ? where id = ?', one, other),
  )
  expect(await close(course, AT, change)).toBe(0)
})

test('people who go on changing hold a closing up: after five tries nothing of it is written, and it is due again', async () => {
  const { course, people, pictures } = await answeredBy(5)
  const cohort = course.id
  const { db } = await place.world()
  let tries = 0
  const write: World['db']['write'] = async (unit) => {
    tries++
    await core.setCounted(people[0] as Actor, { cohort, counted: false })
    const result = await db.write(unit)
    await core.setCounted(people[0] as Actor, { cohort, counted: true })
    return result
  }
  const restless = close(course, AT, { db: { ...db, write } })
  await expect(restless).rejects.toMatchObject({ kind: 'unavailable', message: expect.stringContaining('tried again') })
  expect([tries, await pictures()]).toEqual([5, []])
  expect(await close(course)).toBe(1)
})

const EARLY = '2026-03-02T12:00:00.000Z'
const early = { ticks: [EARLY, TICK] }

test('closing says how many courses were due and how many batches came of it; afterwards nothing is due', async () => {
  await answeredBy(4, chooses('with'), early)
  await answeredBy(5, chooses('with'), early)
  expect(await tick(place, '2026-03-02T11:59:59.999Z')).toEqual({ cohorts: 0, batches: 0, failed: 0 })
  expect(await tick(place, EARLY)).toEqual({ cohorts: 2, batches: 1, failed: 0 })
  expect(await tick(place, EARLY)).toEqual({ cohorts: 0, batches: 0, failed: 0 })
  expect(place.logged).toEqual([])
})

test('one course’s trouble doesn’t hold the others up, is logged without a name, and is due again', async () => {
  const broken = await answeredBy(5, chooses('with'), early)
  const sound = await answeredBy(5, chooses('with'), early)
  const person = broken.people[0] as Actor
  alter(place, "update answer set sealed_value = 'damaged' where learner_id = ?", idOf(person))
  expect(await tick(place, EARLY)).toEqual({ cohorts: 2, batches: 1, failed: 1 })
  expect(place.logged).toEqual([expect.stringMatching(/^closing-failed \{"name":"\w*Error"\}$/)])
  expect([await broken.pictures(), await sound.pictures()]).toMatchObject([[], [{ closedAt: EARLY }]])
  alter(place, 'delete from answer where learner_id = ?', idOf(person))
  await answer(core, person, chooses('with'))
  await tick(place, TICK)
  expect(await broken.pictures()).toHaveLength(1)
})

test('a closing is by the time it is given, and in production never by one that is still to come', async () => {
  const { pictures } = await answeredBy(5)
  const world = await place.world()
  const production = { ...world, config: { ...world.config, production: true } }
  place.at('2026-03-03T09:29:59.999Z')
  await expect(closeBatches(production, SYSTEM, { at: AT })).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('still to come'),
  })
  expect(await pictures()).toEqual([])
  await closeBatches(production, SYSTEM, {})
  expect(await pictures()).toEqual([])
  await closeBatches(world, SYSTEM, { at: AT })
  expect((await pictures()).map(({ closedAt }) => closedAt)).toEqual([TICK])
  const late = await answeredBy(5)
  place.at(TICK)
  await closeBatches(production, SYSTEM, { at: AT })
  expect(await late.pictures()).toHaveLength(1)
})

test('only the system closes batches, and only a trainer of the course sees them', async () => {
  const { trainer, course, people } = await answeredBy(5)
  const [member] = people as [Actor]
  for (const actor of [trainer, member, VISITOR])
    await expect(core.closeBatches(actor, {})).rejects.toMatchObject({ kind: 'not-found' })
  const stranger = await newTrainer(core)
  for (const actor of [stranger, member, VISITOR])
    await expect(core.cohortInsights(actor, { cohort: course.id })).rejects.toMatchObject({ kind: 'not-found' })
})

test('where answers settle, a picture waits until enough of them are so old, to the millisecond', async () => {
  const settling = { ticks: [], nightly: true, settle: 2 }
  const other = await answeredBy(5, null, settling)
  const { course, people } = await answeredBy(6, null, settling)
  const at = Date.parse('2026-03-05T03:00:00.000Z')
  place.at('2026-03-03T03:00:00.001Z')
  for (const person of people.slice(0, 5)) await answer(core, person, chooses('with'))
  expect(await close(course, at)).toBe(0)
  place.at('2026-03-05T12:00:00.000Z')
  await answer(core, people[5] as Actor, chooses('for'))
  expect(await close(course, at + 24 * 3_600_000)).toBe(1)
  place.at('2026-03-03T03:00:00.000Z')
  for (const person of other.people) await answer(core, person, chooses('with'))
  expect(await close(other.course, at)).toBe(1)
})

test('somebody counted from another notebook of theirs while a batch is being closed isn’t in it', async () => {
  const [one, two] = [await answeredBy(5), await answeredBy(5)]
  const notebooks: Actor[] = []
  for (const { course } of [one, two]) {
    const notebook = await newNotebook(place, `${course.id}@a.example`, `${one.course.id}@a.example`)
    await joins(core, notebook, course)
    await answer(core, notebook, chooses('with'))
    notebooks.push(notebook)
  }
  const { change } = await meanwhile(async (time) => {
    if (time === 1) await close(two.course)
  })
  expect(await close(one.course, AT, change)).toBe(1)
  // In the second course, and not in the first.
  for (const [i, { course }] of [one, two].entries()) {
    const { mine } = await core.cohortForLearner(notebooks[i] as Actor, { cohort: course.id })
    expect(mine.find(({ question }) => question.id === 'cd.doing-with')?.shown).toHaveLength(i)
  }
})
