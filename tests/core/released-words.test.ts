import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import { cardsSeen, ROLE, shares } from '#tests/attacks/cards.ts'
import {
  answer,
  idOf,
  joins,
  newMembers,
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
import { asks, MONEY, MONEY_HEADING } from '#tests/support/unanswered.ts'

const { core } = place

const wordsOf = (trainer: Actor, course: SetUp) => cardsSeen(core, trainer, course, ROLE)
const gapsOf = async (trainer: Actor, course: SetUp) => (await core.cohortInsights(trainer, { cohort: course.id })).gaps

test('words go out with those who were counted: at the tick, or at a later one, once', async () => {
  const { trainer, course, people } = await courseOf(5)
  const [first, second, ...others] = people as [Actor, Actor, ...Actor[]]
  for (const person of [second, ...others]) await answer(core, person, rates(3, 'Words.'))
  await shares(core, first, ROLE, 'I listen.')
  await tick(place, TICK)
  expect(await wordsOf(trainer, course)).toEqual(['I listen.'])
  await core.approveText(second, { question: ROLE, words: 'I ask.' })
  await tick(place, SECOND_TICK)
  await tick(place, THIRD_TICK)
  expect((await wordsOf(trainer, course)).sort()).toEqual(['I ask.', 'I listen.'])
  expect(await core.myTexts(first, {})).toMatchObject({ texts: [{ state: 'shown', since: TICK }] })
})

test('two people’s same words are two cards; words of somebody who was not counted are none', async () => {
  const { trainer, course, people } = await courseOf(5)
  for (const person of people) await shares(core, person, ROLE, 'I listen.')
  await tick(place, TICK)
  expect(await wordsOf(trainer, course)).toEqual(Array(5).fill('I listen.'))
  const late = (await newMembers(core, course, place.names(1)))[0] as Actor
  await shares(core, late, ROLE, 'I am late.')
  await tick(place, SECOND_TICK)
  expect(await wordsOf(trainer, course)).toHaveLength(5)
})

test('words approved for one course are never shown in another, nor after leaving it', async () => {
  const { trainer, course, people } = await courseOf(5)
  const other = await courseOf(5)
  const [first, second] = people as [Actor, Actor]
  for (const person of people) await answer(core, person, rates(3, 'Words.'))
  await tick(place, TICK)
  await core.approveText(first, { question: ROLE, words: 'I listen.' })
  await core.leaveCohort(first, { cohort: course.id })
  await core.approveText(second, { question: ROLE, words: 'I ask.' })
  await core.setCounted(second, { cohort: course.id, counted: false })
  await joins(core, first, other.course)
  for (const person of other.people) await answer(core, person, rates(3, 'Words.'))
  await tick(place, SECOND_TICK)
  expect(await wordsOf(trainer, course)).toEqual([])
  expect(await wordsOf(other.trainer, other.course)).toEqual([])
})

test('of two notebooks behind one mailbox, one has a card', async () => {
  const { trainer, course, people } = await courseOf(5)
  const notebooks = [await newVisitor(core), await newVisitor(core)]
  for (const [i, notebook] of notebooks.entries()) {
    provesMailbox(place, notebook, `${idOf(notebook)}+${i}@example.org`, `${course.id}@example.org`)
    await joins(core, notebook, course)
    await shares(core, notebook, ROLE, `I listen, and ask ${i === 0 ? 'why' : 'how'}.`)
  }
  for (const person of people) await answer(core, person, rates(3, 'Words.'))
  await tick(place, TICK)
  expect(await wordsOf(trainer, course)).toHaveLength(1)
})

test('what is taken back where no tick comes goes on a Monday; where one comes within the week, with the tick', async () => {
  const ending = await courseOf(5, { ticks: [TICK] })
  const going = await courseOf(5, { ticks: [TICK, '2026-03-15T09:30:00Z'] })
  for (const { people } of [ending, going]) for (const person of people) await shares(core, person, ROLE, 'I listen.')
  await tick(place, TICK)
  for (const { people } of [ending, going]) await core.withdrawText(people[0] as Actor, { question: ROLE })
  await tick(place, '2026-03-09T03:00:00.000Z')
  expect(await wordsOf(ending.trainer, ending.course)).toHaveLength(4)
  expect(await wordsOf(going.trainer, going.course)).toHaveLength(5)
  await tick(place, '2026-03-15T09:30:00Z')
  expect(await wordsOf(going.trainer, going.course)).toHaveLength(4)
})

test('a heading is released from k people on, a person once, with a band and a receipt', async () => {
  const { trainer, course, people } = await courseOf(21)
  for (const person of people.slice(0, 4)) await asks(core, person, MONEY('quokka'))
  await asks(core, people[0] as Actor, MONEY('numbat'))
  await tick(place, TICK)
  expect(await gapsOf(trainer, course)).toEqual([])
  for (const person of people.slice(4)) await asks(core, person, MONEY('quokka'))
  await tick(place, SECOND_TICK)
  expect(await gapsOf(trainer, course)).toEqual([{ closedAt: SECOND_TICK, ...MONEY_HEADING, askers: '20+' }])
  const { shownGaps } = await core.cohortForLearner(people[0] as Actor, { cohort: course.id })
  expect(shownGaps).toEqual([{ closedAt: SECOND_TICK, under: 'CD-COLLAB, Performance criteria' }])
  await tick(place, THIRD_TICK)
  expect(await gapsOf(trainer, course)).toHaveLength(1)
})

test('nineteen askers are one band and twenty another', async () => {
  const { trainer, course, people } = await courseOf(19)
  for (const person of people) await asks(core, person, MONEY('quokka'))
  await tick(place, TICK)
  expect((await gapsOf(trainer, course)).map((gap) => gap.askers)).toEqual(['5-19'])
})
