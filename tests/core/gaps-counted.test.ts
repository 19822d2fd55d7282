import { expect, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import { closeBatches } from '#core/release/close-batches.ts'
import { closeCohort } from '#core/release/close-cohort.ts'
import { myShownGapsIn } from '#core/release/gap-receipts.ts'
import { idOf, joins, SECOND_TICK, START, TICK, tick } from '#tests/attacks/group.ts'
import { type Course, courseOf } from '#tests/support/course-of.ts'
import { place } from '#tests/support/shared-place.ts'
import { asks, keptFor, MONEY } from '#tests/support/unanswered.ts'

const { core } = place
const gapsOf = async ({ trainer, course }: Course) => (await core.cohortInsights(trainer, { cohort: course.id })).gaps
const everybodyAsks = async (people: Actor[]) => {
  for (const person of people) await asks(core, person, MONEY('quokka'))
}

test('what was asked counts in the course joined first, also when the other’s tick comes before', async () => {
  const first = await courseOf(5, { ticks: [SECOND_TICK] })
  const second = await courseOf(0)
  place.at('2026-03-02T10:00:00.000Z')
  for (const person of first.people) await joins(core, person, second.course)
  await everybodyAsks(first.people)
  await tick(place, TICK)
  expect([await gapsOf(first), await gapsOf(second)]).toEqual([[], []])
  await tick(place, SECOND_TICK)
  expect([await gapsOf(first), await gapsOf(second)]).toMatchObject([[{ closedAt: SECOND_TICK }], []])
})

test('what was asked near clauses that the standards have lost since waits, and holds nobody up', async () => {
  const here = await courseOf(5)
  await everybodyAsks(here.people)
  const world = await place.world()
  const standards = { ...core.content.standards, clause: () => undefined }
  place.at(TICK)
  expect(
    await closeCohort({ ...world, content: { ...core.content, standards } }, here.course.id, Date.parse(TICK)),
  ).toBe(0)
  expect(await gapsOf(here)).toEqual([])
  await tick(place, SECOND_TICK)
  expect(await gapsOf(here)).toHaveLength(1)
})

test('somebody whose erasure stopped half-way, the key gone and the rows still there, has no receipts any more', async () => {
  const here = await courseOf(6)
  const [gone, other] = here.people.map(idOf) as [string, string]
  await everybodyAsks(here.people)
  await tick(place, TICK)
  const world = await place.world()
  expect(await myShownGapsIn(world, gone, here.course.id)).toHaveLength(1)
  await world.keys.destroy([gone])
  expect(await myShownGapsIn(world, gone, here.course.id)).toEqual([])
  expect(await myShownGapsIn(world, other, here.course.id)).toHaveLength(1)
})

test('what was asked 90 days ago is deleted, whichever tick is being closed', async () => {
  const { people } = await courseOf(1)
  const [me] = people as [Actor]
  await everybodyAsks(people)
  place.at(new Date(Date.parse(START) + 90 * 86_400_000).toISOString())
  await closeBatches(await place.world(), SYSTEM, { at: Date.parse(TICK) })
  place.at(START)
  expect(await keptFor(core, me)).toEqual([])
})
