import { expect, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import { closeBatches } from '#core/release/close-batches.ts'
import { closeCohort } from '#core/release/close-cohort.ts'
import { answer, chooses, joins, TICK } from '#tests/attacks/group.ts'
import { type Course, courseOf } from '#tests/support/course-of.ts'
import { meanwhile } from '#tests/support/meanwhile.ts'
import { place } from '#tests/support/shared-place.ts'

const { core } = place

async function picturesOf({ trainer, course }: Course) {
  const { questions } = await core.cohortInsights(trainer, { cohort: course.id })
  return questions.flatMap((question) => question.pictures.map(({ closedAt }) => closedAt))
}

// Earlier than any tick of the tests that share the installation.
const EARLIER = '2026-03-02T11:00:00.000Z'
const LATER = '2026-03-02T11:30:00.000Z'

test('of ticks that were missed the earlier is closed first, however often it is tried: answers count there', async () => {
  const first = await courseOf(6, { ticks: [EARLIER] })
  const second = await courseOf(0, { ticks: [LATER] })
  place.at('2026-03-02T10:00:00.000Z')
  for (const person of first.people) {
    await joins(core, person, second.course)
    await answer(core, person, chooses('with'))
  }
  const [restless] = first.people as [Actor]
  const { change } = await meanwhile(async (time) => {
    if (time === 1) await core.setCounted(restless, { cohort: first.course.id, counted: false })
  })
  place.at(LATER)
  await closeBatches({ ...(await place.world()), ...change }, SYSTEM, {})
  expect([await picturesOf(first), await picturesOf(second)]).toEqual([[EARLIER], []])
})

test('a closing of many people is no more statements than one of few, so that nothing else waits long for it', async () => {
  const written: number[] = []
  const { change } = await meanwhile(async (_time, unit) => written.push(unit.length))
  for (const count of [5, 25]) {
    const { course, people } = await courseOf(count)
    for (const person of people) await answer(core, person, chooses('with'))
    expect(await closeCohort({ ...(await place.world()), ...change }, course.id, Date.parse(TICK))).toBe(1)
  }
  expect(written[1]).toBe(written[0])
})
