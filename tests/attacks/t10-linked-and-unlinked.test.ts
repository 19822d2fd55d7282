import { expect, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { SetUp } from '#core/cohorts/set-up.ts'
import { provesMailbox } from '#tests/support/proves-mailbox.ts'
import {
  answer,
  chooses,
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newPlace,
  newTrainer,
  newVisitor,
  type Place,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { trainerSees } from './views.ts'

const accountOf = (name: string) => ({ kind: 'slack', subject: `T0COURSE:U${name}` }) as const

/** Whoever writes from this account now: its notebook, or a new one. */
const comesFrom = (core: Core, name: string) => core.linkAccount(SYSTEM, { ...accountOf(name), verified: true })

/** Links an account to a notebook with the notebook's code, as its owner would. */
async function links(core: Core, notebook: Actor, name: string): Promise<void> {
  const { code } = await core.makeLinkCode(notebook, {})
  await core.linkWithCode(await comesFrom(core, name), { account: accountOf(name), code, together: true })
}

/** Links an account, unlinks it, and gives the notebook that it starts when it writes again. */
async function linksAndUnlinks(core: Core, notebook: Actor, name: string): Promise<Actor> {
  await links(core, notebook, name)
  await core.unlinkAccount(notebook, { account: accountOf(name), anyway: true })
  return comesFrom(core, name)
}

const answersIn = async (core: Core, people: Actor[], course: SetUp, choice: ReturnType<typeof chooses>) => {
  for (const person of people) {
    await joins(core, person, course)
    await answer(core, person, choice)
  }
}

const picturesOf = async ({ core }: Place, trainer: Actor, { id }: SetUp) =>
  (await core.cohortInsights(trainer, { cohort: id })).questions.flatMap((q) => q.pictures)

/** Four notebooks, each with something proven of its own, that accounts of one or two people went through. */
const PUPPETS: Record<string, (place: Place) => Promise<Actor[]>> = {
  'a mailbox and an account, linked and unlinked, of two people': async (place) => {
    const made: Actor[] = []
    for (const name of ['x', 'y']) {
      const notebook = await newVisitor(place.core)
      provesMailbox(place, notebook, `${name}@example.org`, `${name}@example.org`)
      made.push(notebook, await linksAndUnlinks(place.core, notebook, name))
    }
    return made
  },
  'one account that went from notebook to notebook': async ({ core }) => {
    const made: Actor[] = []
    for (let n = 0; n < 3; n++) {
      made.push(await newVisitor(core))
      await linksAndUnlinks(core, made.at(-1) as Actor, 'wanders')
    }
    return [...made, await comesFrom(core, 'wanders')]
  },
  'two mailboxes that one account was in, one after the other, and what it has started since': async (place) => {
    const made: Actor[] = []
    for (const name of ['p', 'q', 'r']) {
      const notebook = await newVisitor(place.core)
      provesMailbox(place, notebook, `${name}@example.org`, `${name}@example.org`)
      await linksAndUnlinks(place.core, notebook, 'lends')
      made.push(notebook)
    }
    return [...made, await comesFrom(place.core, 'lends')]
  },
}

test('T10: notebooks that an account was linked to and unlinked from are one person, whatever else each has proven', async () => {
  const place = await newPlace()
  const groups = []
  for (const [kind, make] of Object.entries(PUPPETS)) {
    const trainer = await newTrainer(place.core)
    const course = await newCourse(place.core, trainer)
    const puppets = await make(place)
    const target = await newPerson(place.core, `target of ${kind}`)
    await joins(place.core, target, course)
    await answersIn(place.core, puppets, course, chooses('varies'))
    groups.push({ kind, trainer, course, target })
  }
  const { first, second } = await worlds(place, 'first', 'second')
  for (const { target } of groups) {
    await answer(first.core, target, chooses('to'))
    await answer(second.core, target, chooses('by'))
  }
  for (const world of [first, second])
    for (const time of [TICK, SECOND_TICK]) expect(await tick(world, time)).toMatchObject({ batches: 0, failed: 0 })
  for (const { kind, trainer, course } of groups) {
    expect(await picturesOf(first, trainer, course), kind).toEqual([])
    expect(await trainerSees(first, trainer), kind).toBe(await trainerSees(second, trainer))
  }
})

test('T10: five honest people of whom one was linked and unlinked are still a batch', async () => {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  const notebook = await newVisitor(place.core)
  await answersIn(place.core, await newMembers(place.core, course, names(4)), course, chooses('with'))
  await links(place.core, notebook, 'fifth')
  await answersIn(place.core, [notebook], course, chooses('with'))
  // What was proven while it was linked stays proven: unlinking is no way to take a count back either.
  await place.core.unlinkAccount(notebook, { account: accountOf('fifth'), anyway: true })
  expect(await tick(place, TICK)).toMatchObject({ batches: 1 })
})

test('T7: who was counted, unlinked and answers from the new notebook is counted nowhere again, nor once linked again', async () => {
  const place = await newPlace()
  const { core } = place
  const [trainer, other] = [await newTrainer(core), await newTrainer(core)]
  const [here, there] = [await newCourse(core, trainer), await newCourse(core, other)]
  const notebook = await newVisitor(core)
  await links(core, notebook, 'mover')
  await answersIn(core, [notebook], here, chooses('with'))
  await answersIn(core, await newMembers(core, here, names(4)), here, chooses('with'))
  expect(await tick(place, TICK)).toMatchObject({ batches: 1 })
  place.at('2026-03-04T09:00:00Z')
  await core.unlinkAccount(notebook, { account: accountOf('mover'), anyway: true })
  const anew = await comesFrom(core, 'mover')
  // Four more wait in each course: whoever is counted twice would be the fifth.
  await answersIn(core, [anew, ...(await newMembers(core, here, names(4, 20)))], here, chooses('with'))
  await answersIn(core, [anew, ...(await newMembers(core, there, names(4, 40)))], there, chooses('with'))
  expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 0, failed: 0 })
  place.at('2026-03-11T09:00:00Z')
  await links(core, notebook, 'mover')
  expect(await tick(place, THIRD_TICK)).toMatchObject({ batches: 0, failed: 0 })
  expect(await picturesOf(place, other, there)).toEqual([])
})

test('T7: who was counted in one course, unlinked and joined another from the new notebook is not counted in that', async () => {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const [here, there] = [await newCourse(core, await newTrainer(core)), await newCourse(core, trainer)]
  const notebook = await newVisitor(core)
  await links(core, notebook, 'mover')
  await answersIn(core, [notebook, ...(await newMembers(core, here, names(4)))], here, chooses('with'))
  expect(await tick(place, TICK)).toMatchObject({ batches: 1 })
  place.at('2026-03-04T09:00:00Z')
  await core.leaveCohort(notebook, { cohort: here.id })
  await core.unlinkAccount(notebook, { account: accountOf('mover'), anyway: true })
  const people = [await comesFrom(core, 'mover'), ...(await newMembers(core, there, names(4, 20)))]
  await answersIn(core, people, there, chooses('by'))
  expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 0, failed: 0 })
  expect(await picturesOf(place, trainer, there)).toEqual([])
})

test('T10: the account that a trainer unlinked counts no more than the trainer', async () => {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  const second = await linksAndUnlinks(core, trainer, 'trainer')
  await answersIn(core, [second, ...(await newMembers(core, course, names(4)))], course, chooses('with'))
  expect(await tick(place, TICK)).toMatchObject({ batches: 0 })
})
