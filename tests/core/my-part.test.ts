import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import type { Question } from '#core/questions/question.ts'
import { myPartIn } from '#core/release/my-part.ts'
import {
  answer,
  chooses,
  idOf,
  joins,
  rates,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tells,
  tick,
} from '#tests/attacks/group.ts'
import { courseOf } from '#tests/support/course-of.ts'
import { place } from '#tests/support/shared-place.ts'

const { core } = place
const AFTER_ALL = '2026-03-18T09:00:00.000Z'

async function myCourseOf(count: number, more = {}) {
  const { course, people } = await courseOf(count, more)
  return { course, people, me: people[0] as Actor }
}

async function mine(me: Actor, course: SetUp, question = 'cd.doing-with') {
  const { mine } = await core.cohortForLearner(me, { cohort: course.id })
  return mine.find((part) => part.question.id === question)
}
const state = async (me: Actor, course: SetUp) => (await mine(me, course))?.state

const everybody = async (people: Actor[], option: string) => {
  for (const person of people) await answer(core, person, chooses(option))
}

test('every question of the course is there, in reading order and in its own words, answered or not', async () => {
  const { course, me } = await myCourseOf(1)
  const { mine } = await core.cohortForLearner(me, { cohort: course.id })
  expect(mine).toEqual(
    course.questions.map(({ id, ask }) => ({ question: { id, ask }, state: 'none', shown: [], hasWords: false })),
  )
})

test('an answer waits until a tick has passed; with too few it stays unseen, and edited it waits again', async () => {
  const { course, me } = await myCourseOf(4)
  await answer(core, me, chooses('with'))
  expect(await state(me, course)).toBe('waiting')
  await tick(place, TICK)
  expect(await state(me, course)).toBe('unseen')
  place.at('2026-03-04T09:00:00.000Z')
  await answer(core, me, chooses('for'))
  expect(await state(me, course)).toBe('waiting')
})

test('an answer given at the very moment of a tick was looked at by it; one a millisecond later waits', async () => {
  const { course, people } = await myCourseOf(2)
  const [first, second] = people as [Actor, Actor]
  place.at(TICK)
  await answer(core, first, chooses('with'))
  place.at('2026-03-03T09:30:00.001Z')
  await answer(core, second, chooses('with'))
  await tick(place, '2026-03-03T09:31:00.000Z')
  expect([await state(first, course), await state(second, course)]).toEqual(['unseen', 'waiting'])
})

test('whoever answered long ago and joined after the tick waits for the next', async () => {
  const { course, me } = await myCourseOf(1)
  await answer(core, me, chooses('with'))
  await tick(place, TICK)
  await core.leaveCohort(me, { cohort: course.id })
  place.at('2026-03-04T09:00:00.000Z')
  await joins(core, me, course)
  expect(await state(me, course)).toBe('waiting')
})

test('an answer is shown once it was counted, with the tick and what was counted of it, and no reason', async () => {
  const { course, people, me } = await myCourseOf(5)
  for (const person of people) await answer(core, person, rates(4, 'my own reason'))
  await tick(place, TICK)
  const counted = { state: 'shown', shown: [{ closedAt: TICK, lines: ['4 out of 5'] }] }
  expect(await mine(me, course, 'cd.my-role')).toMatchObject(counted)
  await answer(core, me, rates(4, 'another reason'))
  expect(await mine(me, course, 'cd.my-role')).toMatchObject(counted)
})

test('edited since, it is changed until it was counted again; both times stand there, oldest first', async () => {
  const { course, people, me } = await myCourseOf(5)
  await everybody(people, 'with')
  await tick(place, TICK)
  await everybody(people, 'for')
  expect(await state(me, course)).toBe('changed')
  await tick(place, SECOND_TICK)
  await everybody(people, 'by')
  await tick(place, THIRD_TICK)
  const part = await mine(me, course)
  expect(part?.state).toBe('shown')
  expect(part?.shown.map(({ closedAt }) => closedAt)).toEqual([TICK, SECOND_TICK, THIRD_TICK])
  expect(part?.shown.map(({ lines }) => lines)).toEqual(
    ['with', 'for', 'by'].map((option) => [expect.stringMatching(new RegExp(`\\b${option}\\b`, 'i'))]),
  )
})

test('taken back after it was counted, it stays shown', async () => {
  const { course, people, me } = await myCourseOf(5)
  await everybody(people, 'with')
  await tick(place, TICK)
  await core.saveAnswer(me, { question: 'cd.doing-with', value: { place: null }, channel: 'web' })
  expect(await mine(me, course)).toMatchObject({ state: 'shown', shown: [{ closedAt: TICK }] })
})

test('whoever chose not to be counted sees so at what they answered, and nothing at what they didn’t', async () => {
  const { course, me } = await myCourseOf(1)
  await answer(core, me, chooses('with'))
  await core.setCounted(me, { cohort: course.id, counted: false })
  expect([await state(me, course), (await mine(me, course, 'cd.my-role'))?.state]).toEqual(['uncounted', 'none'])
})

test('an answer that counts in a course joined earlier is elsewhere, before it was counted there and after', async () => {
  const first = await myCourseOf(5)
  const { course: second } = await myCourseOf(0)
  place.at('2026-03-02T09:05:00.000Z')
  for (const person of first.people) await joins(core, person, second)
  await everybody(first.people, 'with')
  expect([await state(first.me, first.course), await state(first.me, second)]).toEqual(['waiting', 'elsewhere'])
  await tick(place, TICK)
  expect([await state(first.me, first.course), await state(first.me, second)]).toEqual(['shown', 'elsewhere'])
  await core.leaveCohort(first.me, { cohort: first.course.id })
  expect(await mine(first.me, second)).toMatchObject({ state: 'elsewhere', shown: [] })
})

test('the second of two courses says what has become of it there, not in the first', async () => {
  const first = await myCourseOf(1, { questions: ['cd.my-role'] })
  const second = await myCourseOf(0)
  place.at('2026-03-02T09:05:00.000Z')
  await joins(core, first.me, second.course)
  await answer(core, first.me, chooses('with'))
  await tick(place, TICK)
  expect(await state(first.me, second.course)).toBe('unseen')
  await core.setCounted(first.me, { cohort: second.course.id, counted: false })
  expect(await state(first.me, second.course)).toBe('uncounted')
})

test('when no tick is left in any course, what wasn’t counted stays unseen', async () => {
  const { course, me } = await myCourseOf(1)
  await tick(place, THIRD_TICK)
  place.at(AFTER_ALL)
  await answer(core, me, chooses('with'))
  expect(await state(me, course)).toBe('unseen')
})

test('what was counted stands there in words: a tag by its label, a ranking’s ends each with its own', async () => {
  const { course, people, me } = await myCourseOf(8, { questions: ['community.belong', 'cd.values-rank'] })
  const order = ['empowerment', 'anti-discrimination', 'social-justice', 'collective-action', 'learning-together']
  for (const person of people) {
    await answer(core, person, tells('Mine.', 'asked-to-help', 'food-or-fun'))
    await answer(core, person, { question: 'cd.values-rank', value: { order } })
  }
  await tick(place, TICK)
  const tags = core.content.question('community.belong')?.themes ?? []
  const lines = ['asked-to-help', 'food-or-fun'].map((id) => tags.find((tag) => tag.id === id)?.label)
  expect((await mine(me, course, 'community.belong'))?.shown).toEqual([{ closedAt: TICK, lines }])
  expect((await mine(me, course, 'cd.values-rank'))?.shown[0]?.lines.toSorted()).toEqual([
    'Easiest to live up to: Community empowerment',
    'Hardest to live up to: Working and learning together',
  ])
})

/** What somebody sees of their own when the authors have changed the question since. */
async function afterAuthorsChange(me: Actor, course: SetUp, change: (question: Question) => Partial<Question>) {
  const questions = core.content.questions.map((q) => (q.id === 'cd.doing-with' ? { ...q, ...change(q) } : q))
  const content = { ...core.content, questions, question: (id: string) => questions.find((q) => q.id === id) }
  const parts = await myPartIn({ ...(await place.world()), content }, idOf(me), course.id)
  return parts.find((part) => part.question.id === 'cd.doing-with')?.shown.map(({ lines }) => lines)
}

test('an option or a whole part that the authors took away stays in the receipt, by its key', async () => {
  const { course, people, me } = await myCourseOf(5)
  await everybody(people, 'with')
  await tick(place, TICK)
  expect(
    await afterAuthorsChange(me, course, ({ parts }) => ({
      parts: parts.map((p) =>
        p.type === 'single-choice' ? { ...p, options: p.options.filter((o) => o.id !== 'with') } : p,
      ),
    })),
  ).toEqual([['with']])
  expect(await afterAuthorsChange(me, course, () => ({ parts: [] }))).toEqual([['with']])
})

test('the words are those of the part that was answered, when the authors have put another before it', async () => {
  const { course, people, me } = await myCourseOf(5)
  await everybody(people, 'with')
  await tick(place, TICK)
  const options = [{ id: 'with', label: 'With somebody' }]
  const lines = await afterAuthorsChange(me, course, ({ parts }) => ({
    parts: [{ name: 'who', type: 'single-choice', options, notSure: false }, ...parts],
  }))
  expect(lines).toEqual([['Mostly done with people']])
})

test('whoever leaves while the page is being made sees what they answered as not counted', async () => {
  const { course, me } = await myCourseOf(1)
  await answer(core, me, chooses('with'))
  await core.leaveCohort(me, { cohort: course.id })
  const parts = await myPartIn(await place.world(), idOf(me), course.id)
  expect(parts.find((part) => part.question.id === 'cd.doing-with')?.state).toBe('uncounted')
})
