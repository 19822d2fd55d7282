import { expect, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import { cardsSeen, ROLE, shares } from '#tests/attacks/cards.ts'
import { answer, chooses, joins, newMembers, rates, SECOND_TICK, THIRD_TICK, TICK, tick } from '#tests/attacks/group.ts'
import { type Course, courseOf } from '#tests/support/course-of.ts'
import { newNotebook, provesMailbox } from '#tests/support/proves-mailbox.ts'
import { place } from '#tests/support/shared-place.ts'
import { asks, BADGES, BADGES_WORDS, MONEY } from '#tests/support/unanswered.ts'

const { core } = place

const insights = ({ trainer, course }: Course) => core.cohortInsights(trainer, { cohort: course.id })
const gapsOf = async (course: Course) => (await insights(course)).gaps
const batchesOf = async (course: Course) => (await insights(course)).questions.flatMap((q) => q.pictures).length
const mineIn = (person: Actor, { id }: SetUp) => core.cohortForLearner(person, { cohort: id })
const part = async (person: Actor, course: SetUp, question: string) =>
  (await mineIn(person, course)).mine.find((m) => m.question.id === question)

const notebook = (address: string, mailbox = address) => newNotebook(place, address, mailbox)

test('a card says that it was reported only once a tick has come, and only if it was', async () => {
  const here = await courseOf(5)
  for (const person of here.people) await shares(core, person, ROLE, 'I listen.')
  await tick(place, TICK)
  const cards = async () => (await insights(here)).questions.flatMap((q) => q.cards)
  const [first] = await cards()
  await core.markCards(here.trainer, { cohort: here.course.id, cards: [first?.id as string], as: 'shown' })
  await core.reportCard(here.people[0] as Actor, { cohort: here.course.id, card: first?.id as string })
  expect((await cards()).map((card) => card.reported)).toEqual([false, false, false, false, false])
  await tick(place, SECOND_TICK)
  expect((await cards()).filter((card) => card.reported)).toMatchObject([{ id: first?.id, state: 'hidden' }])
})

test('different words have different cards, and the same words of two questions too', async () => {
  const here = await courseOf(8)
  for (const [i, person] of here.people.entries()) {
    await shares(core, person, ROLE, i % 2 ? 'I listen.' : 'I ask.')
    await shares(core, person, 'community.belong', i % 2 ? 'I listen.' : 'I ask.')
  }
  await tick(place, TICK)
  const cards = (await insights(here)).questions.flatMap((q) => q.cards)
  expect([cards.length, new Set(cards.map((card) => card.id)).size]).toEqual([16, 16])
})

test('one mailbox has one card for each question, whichever notebooks they come from', async () => {
  const here = await courseOf(8)
  const books = [await notebook('ada+one@example.org', 'ada@x.org'), await notebook('ada+two@example.org', 'ada@x.org')]
  for (const book of books) await joins(core, book, here.course)
  for (const person of here.people) {
    await answer(core, person, rates(3, 'Words.'))
    await shares(core, person, 'community.belong', 'I was asked.')
  }
  await shares(core, books[0] as Actor, ROLE, 'I listen.')
  await shares(core, books[0] as Actor, 'community.belong', 'I was listened to.')
  await tick(place, TICK)
  await shares(core, books[1] as Actor, ROLE, 'I listen more.')
  await tick(place, SECOND_TICK)
  expect(await cardsSeen(core, here.trainer, here.course, ROLE)).toEqual(['I listen.'])
  expect(await cardsSeen(core, here.trainer, here.course, 'community.belong')).toHaveLength(9)
})

test('words of somebody who was counted in another course go out in neither', async () => {
  const [one, two] = [await courseOf(4), await courseOf(5)]
  const [mover] = await newMembers(core, one.course, place.names(1))
  for (const person of [...one.people, mover as Actor]) await answer(core, person, rates(3, 'Words.'))
  await tick(place, TICK)
  await core.leaveCohort(mover as Actor, { cohort: one.course.id })
  await joins(core, mover as Actor, two.course)
  for (const person of two.people) await answer(core, person, rates(3, 'Words.'))
  expect(await core.previewText(mover as Actor, { question: ROLE })).toMatchObject({ course: null })
  await tick(place, SECOND_TICK)
  expect(await cardsSeen(core, two.trainer, two.course, ROLE)).toEqual([])
})

test('exactly k askers make a heading; those of other headings, and of another course, are no part of it', async () => {
  const [here, there] = [await courseOf(5), await courseOf(5)]
  for (const person of here.people.slice(0, 4)) await asks(core, person, MONEY('quokka'))
  await asks(core, here.people[4] as Actor, BADGES)
  // They joined this course second, so what they ask counts in the other.
  place.at('2026-03-02T10:00:00.000Z')
  for (const person of there.people) {
    await joins(core, person, here.course)
    await asks(core, person, MONEY('numbat'))
  }
  await tick(place, TICK)
  expect(await gapsOf(here)).toEqual([])
  expect(await gapsOf(there)).toHaveLength(1)
  await asks(core, here.people[4] as Actor, MONEY('bilby'))
  await tick(place, SECOND_TICK)
  expect(await gapsOf(here)).toHaveLength(1)
})

test('twenty askers are the upper band, and everybody’s receipts are in order and of this course', async () => {
  const here = await courseOf(20)
  const other = await courseOf(0)
  const [first] = here.people as [Actor]
  for (const person of here.people) for (const question of [MONEY('quokka'), BADGES]) await asks(core, person, question)
  await tick(place, TICK)
  expect((await gapsOf(here)).map((gap) => gap.askers)).toEqual(['20+', '20+'])
  for (const person of here.people.slice(0, 5)) await asks(core, person, MONEY('numbat'))
  await tick(place, SECOND_TICK)
  const under = 'CD-COLLAB, Performance criteria'
  const atFirst = [
    { closedAt: TICK, under },
    { closedAt: TICK, under: expect.stringContaining(BADGES_WORDS) },
  ]
  for (const [i, person] of here.people.entries())
    expect((await mineIn(person, here.course)).shownGaps).toEqual(
      i < 5 ? [...atFirst, { closedAt: SECOND_TICK, under }] : atFirst,
    )
  await joins(core, first, other.course)
  expect((await mineIn(first, other.course)).shownGaps).toEqual([])
})

test('words can be shown of an answer that has some, to a question whose words may be', async () => {
  const { course, people } = await courseOf(1)
  const [me] = people as [Actor]
  expect((await part(me, course, ROLE))?.hasWords).toBe(false)
  await answer(core, me, rates(3))
  expect((await part(me, course, ROLE))?.hasWords).toBe(false)
  await answer(core, me, rates(3, 'Words.'))
  expect((await part(me, course, ROLE))?.hasWords).toBe(true)
  await answer(core, me, chooses('with'))
  expect((await part(me, course, 'cd.doing-with'))?.hasWords).toBe(false)
})

test('where no tick is to come, what was not counted stays unseen, and what was changed since is too late', async () => {
  const here = await courseOf(5, { ticks: [TICK] })
  const [me] = here.people as [Actor]
  for (const person of here.people) await answer(core, person, chooses('with'))
  await tick(place, TICK)
  place.at('2026-03-04T09:00:00.000Z')
  await answer(core, me, chooses('for'))
  expect((await part(me, here.course, 'cd.doing-with'))?.state).toBe('late')
  await answer(core, me, rates(2))
  expect((await part(me, here.course, 'cd.my-role'))?.state).toBe('unseen')
})

test('a question that its trainer has taken back is unseen where it was not counted', async () => {
  const here = await courseOf(1)
  const asked = { cohort: here.course.id, ask: 'How was it?', options: ['Good', 'Not so good'], several: false }
  const { questions } = await core.askOwnQuestion(here.trainer, asked)
  const id = questions.at(-1)?.id as string
  const question = await core.questionToAnswer(here.people[0] as Actor, { question: id })
  const option = (question.parts[0] as { options: { id: string }[] }).options[0]?.id
  const value = { [question.parts[0]?.name as string]: option }
  await core.saveAnswer(here.people[0] as Actor, { question: id, value, channel: 'web' })
  expect((await part(here.people[0] as Actor, here.course, id))?.state).toBe('waiting')
  await core.withdrawOwnQuestion(here.trainer, { cohort: here.course.id, question: id })
  expect((await part(here.people[0] as Actor, here.course, id))?.state).toBe('unseen')
})

test('where a sign-in is demanded, only people with that proof are in a batch, by any of their notebooks', async () => {
  const here = await courseOf(4)
  await core.demandSignIn(SYSTEM, { code: here.course.joinCode, demand: 'work.example' })
  const inside = await Promise.all(
    [1, 2, 3, 4].map((n) => notebook(`p${n}.${here.course.id}@work.example`.toLowerCase())),
  )
  for (const person of inside) await joins(core, person, here.course)
  for (const person of [...here.people, ...inside]) await answer(core, person, chooses('with'))
  await tick(place, TICK)
  expect(await batchesOf(here)).toBe(0)
  // One person with two notebooks, of which the one outside the course has the proof.
  const box = `both.${here.course.id}@box.example`
  const member = await notebook(`${here.course.id}@elsewhere.example`, box)
  const outside = await notebook(`x.${here.course.id}@elsewhere.example`, box)
  provesMailbox(place, outside, `q.${here.course.id}@work.example`)
  await joins(core, member, here.course)
  await answer(core, member, chooses('with'))
  await tick(place, SECOND_TICK)
  expect(await batchesOf(here)).toBe(1)
})

test('somebody who shares a mailbox by way of a third notebook is one person with it', async () => {
  const here = await courseOf(4)
  const [one, two] = [`one.${here.course.id}@a.example`, `two.${here.course.id}@a.example`]
  const first = await notebook(`f.${here.course.id}@a.example`, one)
  const last = await notebook(`l.${here.course.id}@a.example`, two)
  const between = await notebook(`b1.${here.course.id}@a.example`, one)
  provesMailbox(place, between, `b2.${here.course.id}@a.example`, two)
  for (const book of [first, last]) await joins(core, book, here.course)
  for (const person of [...here.people, first, last]) await answer(core, person, chooses('with'))
  await tick(place, TICK)
  // Four and one person with two notebooks: five answers, and the sixth is never another.
  expect((await insights(here)).participation).toBe('5-9')
  for (const person of await newMembers(core, here.course, place.names(4))) await answer(core, person, chooses('with'))
  await tick(place, SECOND_TICK)
  await tick(place, THIRD_TICK)
  expect(await batchesOf(here)).toBe(1)
})

test('two workers never count one person from two notebooks in two courses of one moment', async () => {
  const [one, two] = [await courseOf(5), await courseOf(5)]
  const box = `box.${one.course.id}@a.example`
  const books = [
    await notebook(`n1.${one.course.id}@a.example`, box),
    await notebook(`n2.${one.course.id}@a.example`, box),
  ]
  await joins(core, books[0] as Actor, one.course)
  await joins(core, books[1] as Actor, two.course)
  for (const person of [...one.people, ...two.people, ...books]) await answer(core, person, chooses('with'))
  await tick(place, TICK)
  const shown = await Promise.all([
    part(books[0] as Actor, one.course, 'cd.doing-with'),
    part(books[1] as Actor, two.course, 'cd.doing-with'),
  ])
  expect(shown.flatMap((mine) => mine?.shown ?? [])).toHaveLength(1)
})
