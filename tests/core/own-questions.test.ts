import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import {
  answer,
  chooses,
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newTrainer,
  openAt,
  type Place,
  SECOND_TICK,
  START,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const OWN = { ask: 'Which of these would help?', options: ['More time', 'More tea', 'Both'], several: true }
const picks = (question: string, ...choice: string[]) => ({ question, value: { choice } })

async function course(place: Place, people: number) {
  const trainer = await newTrainer(place.core)
  const made = await newCourse(place.core, trainer)
  const members = await newMembers(place.core, made, names(people))
  const { questions } = await place.core.askOwnQuestion(trainer, { cohort: made.id, ...OWN })
  const own = questions.at(-1)
  return { trainer, cohort: made.id, made, members, question: own?.id as string, own }
}

forEachDatabase((_name, fresh) => {
  test('a trainer’s own question stands last in the course, for its learners too, and is answered like any other', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { own, cohort, members, question } = await course(place, 8)
    expect(own).toMatchObject({
      ask: OWN.ask,
      needs: 8,
      retired: false,
      own: { options: OWN.options, several: true },
    })
    const [first] = members as [Actor]
    await answer(core, first, picks(question, 'option-1'))
    await answer(core, first, picks(question, 'option-1', 'option-3'))
    const [mine] = (await core.myAnswers(first, { history: true })).answers
    expect(mine?.history.map((a) => a.lines)).toEqual([['More time'], ['More time', 'Both']])
    const seen = (await core.cohortForLearner(first, { cohort })).own
    expect(seen).toMatchObject([{ question: { id: question, sensitivity: 'S1' }, answer: { revision: 2 } }])
    for (const member of members.slice(1)) await answer(core, member, picks(question, 'option-3'))
    await tick(place, TICK)
    const part = (await core.cohortForLearner(first, { cohort })).mine.find((m) => m.question.id === question)
    expect(part).toMatchObject({ state: 'shown', shown: [{ closedAt: TICK, lines: ['More time', 'Both'] }] })
  })

  test('a copy asks a trainer’s own questions in the order of the course that it was made from', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { trainer, cohort } = await course(place, 0)
    const asks = ['Where do we meet?', 'When do we meet?', 'What do we eat?', 'Who could bring a chair?']
    for (const [i, ask] of asks.entries()) {
      place.at(new Date(Date.parse(START) + (i + 1) * 1000).toISOString())
      await core.askOwnQuestion(trainer, { cohort, ...OWN, ask, confirmed: [] })
    }
    const copy = await core.copyCohort(trainer, { cohort, name: 'Copy', trainer: 'T', nightly: true })
    expect(copy.questions.filter((q) => q.own).map((q) => q.ask)).toEqual([OWN.ask, ...asks])
  })

  test('people who took part by a question that was then taken back are not counted as new', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { trainer, cohort, members, question } = await course(place, 8)
    for (const member of members) await answer(core, member, picks(question, 'option-1'))
    await tick(place, TICK)
    const before = await core.cohortInsights(trainer, { cohort })
    expect(before.participation).toBe('5-9')
    await core.withdrawOwnQuestion(trainer, { cohort, question })
    for (const member of members) await answer(core, member, chooses('with'))
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 1 })
    const after = await core.cohortInsights(trainer, { cohort })
    expect(after.participation).toBe('5-9')
    const pictures = (insights: typeof after) => insights.questions.find((q) => q.id === question)?.pictures
    expect(pictures(after)).toEqual(pictures(before))
    expect((await core.cohortForLearner(members[0] as Actor, { cohort })).own).toEqual([])
  })

  test('an answer stays readable, and can be taken back, after its author left, or the course ended', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { trainer, cohort, made, members, question } = await course(place, 2)
    const [left, stayed] = members as [Actor, Actor]
    for (const member of members) await answer(core, member, picks(question, 'option-2'))
    const notebook = async (who: Actor) =>
      (await core.myAnswers(who, {})).answers.map(({ lines, stillAsked }) => ({ lines, stillAsked }))
    expect(await notebook(left)).toEqual([{ lines: ['More tea'], stillAsked: true }])
    await core.leaveCohort(left, { cohort })
    expect(await notebook(left)).toEqual([{ lines: ['More tea'], stillAsked: false }])
    await answer(core, left, picks(question))
    expect(await notebook(left)).toEqual([{ lines: [], stillAsked: false }])
    await core.archiveCohort(trainer, { cohort, sure: true })
    expect(await notebook(stayed)).toEqual([{ lines: ['More tea'], stillAsked: false }])
    await expect(joins(core, await newPerson(core, 'late'), made)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('only those who run the course can ask or take back, and the companion’s chat offers none of it', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { cohort, members, question } = await course(place, 1)
    for (const who of [members[0] as Actor, await newTrainer(core)]) {
      await expect(core.askOwnQuestion(who, { cohort, ...OWN })).rejects.toMatchObject({ kind: 'not-found' })
      await expect(core.withdrawOwnQuestion(who, { cohort, question })).rejects.toMatchObject({ kind: 'not-found' })
    }
    expect(core.content.questions.some((q) => q.id.startsWith('own.'))).toBe(false)
  })
})
