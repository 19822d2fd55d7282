import { expect, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import { provesMailbox } from '#tests/support/proves-mailbox.ts'
import {
  alter,
  answer,
  chooses,
  idOf,
  joins,
  newCourse,
  newPerson,
  newPlace,
  newTrainer,
  newVisitor,
  type Place,
  SECOND_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { trainerSees } from './views.ts'

const FOUR = [1, 2, 3, 4]

/** Each kind of puppet: four members, made by one person, who answer what that person knows. */
const PUPPETS: Record<string, (place: Place, trainer: Actor) => Promise<Actor[]>> = {
  'browsers with no account': ({ core }) => Promise.all(FOUR.map(() => newVisitor(core))),
  'accounts that prove nothing': ({ core }) =>
    Promise.all(
      FOUR.map((n) => core.linkAccount(SYSTEM, { kind: 'slack', subject: `T0NOBODY:U${n}`, verified: false })),
    ),
  'notebooks joined into one person’s': async (place) => {
    const people = await Promise.all(FOUR.map((n) => newPerson(place.core, `puppet${n}`)))
    for (const person of people)
      alter(place, 'update learner set root_id = ? where id = ?', idOf(people[0] as Actor), idOf(person))
    return people
  },
  'spellings of one mailbox': async (place) => {
    const people = await Promise.all(FOUR.map(() => newVisitor(place.core)))
    for (const [i, person] of people.entries()) provesMailbox(place, person, `a.nn+${i}@gmail.com`, 'ann@gmail.com')
    return people
  },
  'the trainer’s colleagues': async (place, trainer) => {
    const colleagues = await Promise.all(FOUR.map((n) => newPerson(place.core, `colleague${n}`)))
    const shared = await newCourse(place.core, trainer)
    for (const colleague of colleagues)
      alter(
        place,
        "insert into staff (cohort_id, learner_id, name) values (?, ?, 'Colleague')",
        shared.id,
        idOf(colleague),
      )
    return colleagues
  },
  'the trainer under other spellings': async (place, trainer) => {
    provesMailbox(place, trainer, 'trainer@example.org')
    const people = await Promise.all(FOUR.map((n) => newPerson(place.core, `other${n}`)))
    for (const [i, person] of people.entries())
      provesMailbox(place, person, `trainer+${i}@example.org`, 'trainer@example.org')
    return people
  },
}

test('T10: four puppets and the target are no batch, whatever the puppets are', async () => {
  const place = await newPlace()
  const groups = []
  for (const [kind, make] of Object.entries(PUPPETS)) {
    const trainer = await newTrainer(place.core)
    const course = await newCourse(place.core, trainer)
    const puppets = await make(place, trainer)
    const target = await newPerson(place.core, `target of ${kind}`)
    for (const person of [...puppets, target]) await joins(place.core, person, course)
    for (const puppet of puppets) await answer(place.core, puppet, chooses('varies'))
    groups.push({ kind, trainer, course, target })
  }
  const { first, second } = await worlds(place, 'first', 'second')
  for (const { target } of groups) {
    await answer(first.core, target, chooses('to'))
    await answer(second.core, target, chooses('by'))
  }
  for (const world of [first, second]) for (const time of [TICK, SECOND_TICK]) await tick(world, time)
  for (const { kind, trainer, course } of groups) {
    const insights = await first.core.cohortInsights(trainer, { cohort: course.id })
    expect(
      insights.questions.flatMap((q) => q.pictures),
      kind,
    ).toEqual([])
    expect(await trainerSees(first, trainer), kind).toBe(await trainerSees(second, trainer))
  }
})

const proven = async (core: Core, course: SetUp) => {
  const people = await Promise.all([...FOUR, 5].map((n) => newPerson(core, `honest${n}`)))
  for (const person of people) {
    await joins(core, person, course)
    await answer(core, person, chooses('with'))
  }
}

test('T10: puppets with nothing proven can’t move the bands of a batch either', async () => {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  await proven(place.core, course)
  const { alone, crowded } = await worlds(place, 'alone', 'crowded')
  for (let n = 0; n < 20; n++) {
    const puppet = await newVisitor(crowded.core)
    await joins(crowded.core, puppet, course)
    await answer(crowded.core, puppet, chooses('to'))
  }
  for (const world of [alone, crowded]) expect(await tick(world, TICK)).toMatchObject({ batches: 1 })
  expect(await trainerSees(crowded, trainer)).toBe(await trainerSees(alone, trainer))
})
