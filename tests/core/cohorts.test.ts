import { expect, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import type { AppError } from '#core/errors.ts'
import {
  answer,
  chooses,
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newTrainer,
  newVisitor,
  openAt,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const fieldsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'taken',
    (error: AppError) => error.fields,
  )

forEachDatabase((_name, fresh) => {
  test('a trainer makes a course and gets a code; its questions are those that can be counted, with what each needs', async () => {
    const { core } = await openAt(await fresh())
    const trainer = await newTrainer(core)
    const made = await core.createCohort(trainer, {
      name: '  Our   course ',
      trainer: 'Ms Invented',
      chapters: ['cd'],
      nightly: true,
    })
    expect(made).toMatchObject({ name: 'Our course', k: 5, rhythm: 'nightly', trainers: ['Ms Invented'], notes: [] })
    expect(made.joinCode).toMatch(/^[a-z]+-[a-z]+-[a-z]+-\d\d$/)
    expect(made.nextTicks).toEqual(['2026-03-03T03:00:00.000Z'])
    expect(made.questions.map((q) => [q.id, q.needs])).toContainEqual(['cd.already-do', 8])
    expect(made.questions.map((q) => [q.id, q.needs])).toContainEqual(['cd.doing-with', 5])
    expect(made.questions.map((q) => q.id)).not.toContain('cd.practice')
    expect((await core.myCohorts(trainer, {})).cohorts.map((c) => c.id)).toEqual([made.id])
    expect(await core.cohortSetUp(trainer, { cohort: made.id })).toEqual(made)
  })

  test('set-up says what can never open with so few people', async () => {
    const { core } = await openAt(await fresh())
    const trainer = await newTrainer(core)
    const notes = async (more: Record<string, unknown>) => (await newCourse(core, trainer, more)).notes
    expect(await notes({ people: 7 })).toEqual(['With 7 people, personal questions (8) can never open.'])
    expect(await notes({ people: 8 })).toEqual([])
    expect(await notes({ people: 4 })).toEqual(['With 4 people, nothing can ever open: it takes 5 who have answered.'])
    expect(await notes({ people: 7, questions: ['cd.doing-with'] })).toEqual([])
    expect(await notes({ people: 9, k: 10 })).toEqual([
      'With 9 people, nothing can ever open: it takes 10 who have answered.',
    ])
  })

  test('what can’t be taken is said at its field, and nothing is made', async () => {
    const { core } = await openAt(await fresh())
    const trainer = await newTrainer(core)
    const wrong = async (more: Record<string, unknown>) =>
      Object.keys((await fieldsOf(newCourse(core, trainer, more))) as object)
    expect(await wrong({ name: ' ' })).toEqual(['name'])
    expect(await wrong({ k: 4 })).toEqual(['k'])
    expect(await wrong({ k: Number.NaN })).toEqual(['k'])
    expect(await wrong({ people: 0 })).toEqual(['people'])
    expect(await wrong({ questions: [] })).toEqual(['chapters'])
    expect(await wrong({ questions: ['no.such'] })).toContain('questions')
    expect(await wrong({ chapters: ['nowhere'] })).toEqual(['chapters'])
    expect(await wrong({ ticks: [] })).toEqual(['ticks'])
    expect(await wrong({ nightly: true })).toEqual(['ticks'])
    expect(await wrong({ ticks: ['next Tuesday'] })).toEqual(['ticks.0'])
    expect(await wrong({ ticks: ['2026-03-02T08:59:00Z'] })).toEqual(['ticks'])
    expect((await core.myCohorts(trainer, {})).cohorts).toEqual([])
  })

  test('times are fixed at set-up or 24 hours ahead, an hour apart, four a day at most', async () => {
    const { core } = await openAt(await fresh())
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer, { ticks: ['2026-03-02T09:01:00Z', '2026-03-05T09:30'] })
    expect(course.nextTicks).toEqual(['2026-03-02T09:01:00.000Z', '2026-03-05T09:30:00.000Z'])
    const add = (...ticks: string[]) => fieldsOf(core.addTicks(trainer, { cohort: course.id, ticks }))
    expect(await add('2026-03-03T08:59:00Z')).toMatchObject({ ticks: expect.stringContaining('24 hours') })
    expect(await add('2026-03-05T10:29:00Z')).toMatchObject({ ticks: expect.stringContaining('an hour') })
    expect(await add('2026-03-05T10:30:00Z', '2026-03-05T12:00:00Z', '2026-03-05T13:00:00Z')).toBe('taken')
    expect(await add('2026-03-05T20:00:00Z')).toMatchObject({ ticks: expect.stringContaining('4 times a day') })
    expect(await add('2026-03-05T10:30:00Z')).toBe('taken')
    expect((await core.cohortSetUp(trainer, { cohort: course.id })).nextTicks).toHaveLength(5)
    const nightly = await newCourse(core, trainer, { ticks: [], nightly: true })
    await expect(core.addTicks(trainer, { cohort: nightly.id, ticks: [THIRD_TICK] })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })

  test('times that many requests add at once keep the rules together', async () => {
    const { core } = await openAt(await fresh())
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer, { ticks: [TICK] })
    const minutes = Array.from({ length: 12 }, (_, i) => `2026-03-20T09:${String(i * 5).padStart(2, '0')}:00Z`)
    await Promise.allSettled(minutes.map((time) => core.addTicks(trainer, { cohort: course.id, ticks: [time] })))
    const { nextTicks } = await core.cohortSetUp(trainer, { cohort: course.id })
    expect(nextTicks).toHaveLength(2)
  })

  test('a learner joins with the code, however it is typed, chooses, changes the choice and leaves', async () => {
    const { core } = await openAt(await fresh())
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const learner = await newVisitor(core)
    const typed = `  ${course.joinCode.toUpperCase().replaceAll('-', '  ')} `
    expect(await core.cohortToJoin(learner, { code: typed })).toMatchObject({
      name: course.name,
      joined: false,
      participation: '0-4',
    })
    expect(await core.joinCohort(learner, { code: typed, counted: true })).toEqual({
      id: course.id,
      name: course.name,
      counted: true,
    })
    expect(await core.joinCohort(learner, { code: typed, counted: false })).toMatchObject({ counted: false })
    expect(await core.cohortForLearner(learner, { cohort: course.id })).toMatchObject({
      counted: false,
      verified: false,
      trainers: ['Ms Invented'],
    })
    expect(await core.setCounted(learner, { cohort: course.id, counted: true })).toEqual({ counted: true })
    expect((await core.joinedCohorts(learner, {})).cohorts).toEqual([
      { id: course.id, name: course.name, counted: true, channelSees: false },
    ])
    expect(await core.leaveCohort(learner, { cohort: course.id })).toEqual({ left: true })
    expect((await core.joinedCohorts(learner, {})).cohorts).toEqual([])
    expect((await core.joinedCohorts(VISITOR, {})).cohorts).toEqual([])
  })

  test('joining takes a notebook and a choice; a wrong code and somebody’s own course are refused', async () => {
    const { core } = await openAt(await fresh())
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const code = course.joinCode
    await expect(core.joinCohort(VISITOR, { code, counted: true })).rejects.toMatchObject({ kind: 'signed-out' })
    const learner = await newVisitor(core)
    expect(await fieldsOf(core.joinCohort(learner, { code } as never))).toHaveProperty('counted')
    await expect(core.joinCohort(learner, { code: 'amber-kettle-otter-9', counted: true })).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(core.joinCohort(trainer, { code, counted: true })).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('a course that isn’t one’s own is the same as one that isn’t there', async () => {
    const { core } = await openAt(await fresh())
    const [owner, other] = [await newTrainer(core), await newTrainer(core)]
    const course = await newCourse(core, owner)
    const [member] = await newMembers(core, course, names(1))
    const stranger = await newPerson(core, 'stranger')
    const said = async (actor: Actor, cohort: string) => {
      const calls = [
        core.cohortInsights(actor, { cohort }),
        core.cohortSetUp(actor, { cohort }),
        core.addTicks(actor, { cohort, ticks: [THIRD_TICK] }),
      ]
      return Promise.all(
        calls.map((call) =>
          call.then(
            () => 'given',
            (e: AppError) => `${e.kind}: ${e.message}`,
          ),
        ),
      )
    }
    const asMember = (actor: Actor, cohort: string) =>
      Promise.all(
        [
          core.cohortForLearner(actor, { cohort }),
          core.leaveCohort(actor, { cohort }),
          core.setCounted(actor, { cohort, counted: true }),
        ].map((call) =>
          call.then(
            () => 'given',
            (e: AppError) => `${e.kind}: ${e.message}`,
          ),
        ),
      )
    for (const actor of [other, member as Actor, stranger, VISITOR])
      expect(await said(actor, course.id)).toEqual(await said(actor, 'nothing'))
    for (const actor of [owner, other, stranger, VISITOR])
      expect(await asMember(actor, course.id)).toEqual(await asMember(actor, 'nothing'))
    await expect(newCourse(core, stranger)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(core.myCohorts(stranger, {})).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('once a course has no more ticks, what stayed unseen in it may count in the next one', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const first = await newCourse(core, trainer, { ticks: [TICK] })
    const second = await newCourse(core, await newTrainer(core), {
      ticks: [TICK, SECOND_TICK].map((t) => t.replace('09:30', '12:00')),
    })
    const early = await newMembers(core, first, names(4))
    for (const person of early) await answer(core, person, chooses('with'))
    place.at('2026-03-02T10:00:00Z')
    for (const person of early) await joins(core, person, second)
    const [late] = await newMembers(core, second, ['late'])
    await answer(core, late as Actor, chooses('for'))
    expect(await tick(place, TICK)).toMatchObject({ batches: 0 })
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 1 })
    expect(
      (await core.cohortForLearner(early[0] as Actor, { cohort: first.id })).mine.find(
        (m) => m.question.id === 'cd.doing-with',
      )?.state,
    ).toBe('elsewhere')
  })
})
