import { expect, test } from 'vitest'
import type { SetUp } from '#core/cohorts/set-up.ts'
import type { Insights } from '#core/insights/cohort-insights.ts'
import {
  answer,
  chooses,
  joins,
  names,
  newCourse,
  newMembers,
  newPlace,
  newTrainer,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tells,
  tick,
  worlds,
} from './group.ts'
import { browserOf } from './http.ts'
import { trainerSees } from './views.ts'

const PUBLIC = { origin: 'http://standpoint.example' }
const BUSY = { timeout: 180_000 }

async function released() {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  const members = await newMembers(place.core, course, names(9))
  for (const member of members) await answer(place.core, member, chooses('with'))
  await tick(place, TICK)
  return { place, trainer, course, members, client: await browserOf(place, trainer) }
}

test('T9: renaming changes the name, and not one byte more, now or at any later tick', BUSY, async () => {
  const { place, trainer, course, members } = await released()
  for (const member of members.slice(0, 3)) await answer(place.core, member, chooses('by'))
  const { still, renamed } = await worlds(place, 'still', 'renamed')
  const client = await browserOf(renamed, trainer)
  const name = 'n'.repeat(course.name.length)
  expect((await client.post(`/api/cohorts/${course.id}/name`, { name }, PUBLIC)).status).toBe(200)
  // As long as the old one; packed, it still has another length.
  const bare = (text: string) =>
    text
      .replaceAll(course.name, 'NAME')
      .replaceAll(name, 'NAME')
      .replace(/^content-length: .*$/gm, '')
  for (const time of ['2026-03-04T09:00:00Z', SECOND_TICK, THIRD_TICK]) {
    for (const world of [still, renamed]) await tick(world, time)
    expect(bare(await trainerSees(renamed, trainer))).toBe(bare(await trainerSees(still, trainer)))
  }
  expect(await trainerSees(renamed, trainer)).toContain(name)
})

test('T9: a copy asks the same, and nothing that was counted in the first is ever counted in it', BUSY, async () => {
  const { place, course, members, client } = await released()
  const own = { ask: 'How was the tea?', options: ['Good', 'Weak'], several: false }
  const asked = (await (await client.post(`/api/cohorts/${course.id}/questions`, own, PUBLIC)).json()) as SetUp
  const ownId = asked.questions.at(-1)?.id as string
  for (const member of members) await answer(place.core, member, { question: ownId, value: { choice: 'option-1' } })
  // Eight wait for a personal question, so that something is counted in the copy.
  await tick(place, SECOND_TICK)
  const sent = { name: 'The copy', trainer: 'Ms Invented', ticks: ['2026-03-11T09:00:00Z', THIRD_TICK] }
  const made = await client.post(`/api/cohorts/${course.id}/copy`, sent, PUBLIC)
  expect(made.status).toBe(201)
  const copy = (await made.json()) as SetUp
  const askedIn = (setUp: SetUp) => setUp.questions.map(({ id, ...q }) => (q.own ? { ...q, id: 'own' } : { ...q, id }))
  expect(askedIn(copy)).toEqual(askedIn(asked))
  expect(copy.questions.at(-1)?.id).not.toBe(ownId)
  expect([copy.id === course.id, copy.joinCode === course.joinCode]).toEqual([false, false])
  for (const member of members) await joins(place.core, member, copy)
  const picturesOf = async (cohort: string) => {
    const insights = (await (await client.get(`/api/cohorts/${cohort}/insights`)).json()) as Insights
    return insights.questions.flatMap((q) => q.pictures.map((picture) => ({ id: q.id, picture })))
  }
  const first = await picturesOf(course.id)
  expect(first).toHaveLength(2)
  await tick(place, '2026-03-11T09:00:00Z')
  expect(await picturesOf(copy.id)).toEqual([])
  // Not after an edit either, nor once everybody has left the first, nor when that has ended.
  for (const member of members) await answer(place.core, member, chooses('by'))
  for (const member of members) await place.core.leaveCohort(member, { cohort: course.id })
  await client.post(`/api/cohorts/${course.id}/archive`, { sure: true }, PUBLIC)
  // What was never counted in the first may be counted in the copy, by its author's choice to join it.
  for (const member of members.slice(0, 8)) await answer(place.core, member, tells('Kind words.', 'food-or-fun'))
  await tick(place, THIRD_TICK)
  expect((await picturesOf(copy.id)).map(({ id }) => id)).toEqual(['community.belong'])
  expect(await picturesOf(course.id)).toEqual(first)
})
