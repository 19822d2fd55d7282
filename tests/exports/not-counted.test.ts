import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import {
  answer,
  chooses,
  names,
  newCourse,
  newMembers,
  newPlace,
  newTrainer,
  SECOND_TICK,
  START,
  TICK,
  tick,
} from '../attacks/group.ts'

/** The file of somebody who chose this on another installation. */
async function fileOf(core: Core, actor: Actor): Promise<string> {
  return Buffer.from((await core.exportMine(actor, { format: 'json' })).bytes).toString()
}

test('answers that are brought in make no picture, however many: only what is saved here does', async () => {
  const [from, to] = [await newPlace(), await newPlace()]
  const trainer = await newTrainer(to.core)
  const course = await newCourse(to.core, trainer)
  const members = await newMembers(to.core, course, names(5))
  for (const [i, member] of members.entries()) {
    const [there] = await newMembers(from.core, await newCourse(from.core, await newTrainer(from.core)), [`F${i}`])
    await answer(from.core, there as Actor, chooses('with'))
    expect(await to.core.importMine(member, { file: await fileOf(from.core, there as Actor) })).toMatchObject({
      added: 1,
    })
  }
  const stateOf = async (question: string) => {
    const { mine } = await to.core.cohortForLearner(members[0] as Actor, { cohort: course.id })
    return mine.find((m) => m.question.id === question)?.state
  }
  const pictures = async () =>
    (await to.core.cohortInsights(trainer, { cohort: course.id })).questions.flatMap((q) => q.pictures)
  await tick(to, TICK)
  expect(await pictures()).toEqual([])
  expect(await stateOf('cd.doing-with')).toBe('brought')
  to.at('2026-03-04T09:00:00.000Z')
  // The same answer, saved here, is an answer given here.
  for (const member of members) await answer(to.core, member, chooses('with'))
  expect(await stateOf('cd.doing-with')).toBe('waiting')
  await tick(to, SECOND_TICK)
  expect((await pictures()).map((p) => p.closedAt)).toEqual([SECOND_TICK])
})

test('an answer that waits is no longer its author’s once a newer one was brought in, and isn’t counted', async () => {
  const [from, to] = [await newPlace(), await newPlace()]
  const trainer = await newTrainer(to.core)
  const course = await newCourse(to.core, trainer)
  const members = await newMembers(to.core, course, names(5))
  for (const member of members) await answer(to.core, member, chooses('with'))
  const [there] = await newMembers(from.core, await newCourse(from.core, await newTrainer(from.core)), ['F'])
  from.at('2026-03-02T12:00:00.000Z')
  await answer(from.core, there as Actor, chooses('by'))
  to.at('2026-03-02T13:00:00.000Z')
  await to.core.importMine(members[0] as Actor, { file: await fileOf(from.core, there as Actor) })
  await tick(to, TICK)
  const { questions } = await to.core.cohortInsights(trainer, { cohort: course.id })
  expect(questions.flatMap((q) => q.pictures)).toEqual([])
})

test('a file can’t open a question of a course that its owner isn’t on', async () => {
  const { core } = await newPlace()
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  const asked = await core.askOwnQuestion(trainer, {
    cohort: course.id,
    ask: 'How many hives have you?',
    options: ['One', 'More'],
    several: false,
  })
  const id = asked.questions.at(-1)?.id as string
  // The worst case: somebody on the course passes the exact wording on.
  const [member] = await newMembers(core, course, ['M'])
  const real = await core.questionToAnswer(member as Actor, { question: id })
  const [part] = real.parts
  const chosen = part?.type === 'single-choice' ? { [part.name]: part.options[0]?.id } : {}
  const [stranger] = await newMembers(core, await newCourse(core, await newTrainer(core), { name: 'Another' }), ['S'])
  const file = (question: string) =>
    JSON.stringify({
      format: 'standpoint-notebook',
      version: 1,
      answers: [
        {
          question,
          ask: 'My own words',
          place: 'Somewhere',
          private: false,
          wordings: [{ wording: real.hash, ask: 'My own words', parts: [] }],
          revisions: [
            {
              operation: crypto.randomUUID(),
              savedAt: START,
              channel: 'web',
              wording: real.hash,
              value: chosen,
              moves: {},
              words: [{ label: null, lines: ['mine'] }],
              importedAt: null,
            },
          ],
        },
      ],
    })
  await core.importMine(stranger as Actor, { file: file(id) })
  const { answers } = await core.myAnswers(stranger as Actor, { history: true })
  expect(answers.map((a) => a.question.id)).toEqual([`elsewhere.${id}`])
  expect(JSON.stringify(answers)).not.toMatch(/hives|Neighbours/)
  await expect(core.questionToAnswer(stranger as Actor, { question: id })).rejects.toMatchObject({ kind: 'not-found' })
})
