import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import {
  alter,
  answer,
  chooses,
  idOf,
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newPlace,
  newTrainer,
  openAt,
  type Place,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const notFound = { kind: 'not-found' }
const trained = (actor: Actor): Actor => ({ kind: 'trainer', learnerId: (actor as { learnerId: string }).learnerId })

async function invites(core: Place['core'], from: Actor, to: Actor, cohort: string, name = 'Mr Second') {
  const { secret } = await core.inviteTrainer(from, { cohort })
  return core.acceptInvitation(to, { secret, name })
}

const picturesOf = async (core: Place['core'], trainer: Actor, cohort: string) =>
  (await core.cohortInsights(trainer, { cohort })).questions.flatMap((q) => q.pictures)

forEachDatabase((_name, fresh) => {
  test('an invitation works once, for seven days, for somebody who may run courses; learners see both names', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const [first, second, third] = [await newTrainer(core), await newTrainer(core), await newTrainer(core)]
    const made = await newCourse(core, first)
    const member = await newPerson(core, 'member')
    await joins(core, member, made)
    const { secret, path, expiresAt } = await core.inviteTrainer(first, { cohort: made.id })
    expect({ path, expiresAt }).toEqual({
      path: `/trainer/invitations/${secret}`,
      expiresAt: '2026-03-09T09:00:00.000Z',
    })
    await expect(core.showInvitation(member, { secret })).rejects.toMatchObject(notFound)
    await expect(core.acceptInvitation(member, { secret, name: 'Me' })).rejects.toMatchObject(notFound)
    await expect(core.acceptInvitation(first, { secret, name: 'Me' })).rejects.toMatchObject({ kind: 'invalid' })
    expect(await core.showInvitation(second, { secret })).toMatchObject({
      course: made.name,
      trainers: ['Ms Invented'],
      isMember: false,
      runs: null,
    })
    await expect(core.acceptInvitation(second, { secret, name: ' ' })).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    })
    expect(await core.acceptInvitation(second, { secret, name: 'Mr Second' })).toMatchObject({ id: made.id })
    expect(await core.cohortSetUp(second, { cohort: made.id })).toMatchObject({
      trainers: ['Mr Second', 'Ms Invented'],
    })
    expect((await core.cohortForLearner(member, { cohort: made.id })).trainers).toEqual(['Mr Second', 'Ms Invented'])
    expect((await core.cohortToJoin(await newPerson(core, 'x'), { code: made.joinCode })).trainers).toHaveLength(2)
    await expect(core.acceptInvitation(third, { secret, name: 'Third' })).rejects.toMatchObject(notFound)

    const earlier = await core.inviteTrainer(second, { cohort: made.id })
    const later = await core.inviteTrainer(first, { cohort: made.id })
    await expect(core.showInvitation(third, { secret: earlier.secret })).rejects.toMatchObject(notFound)
    place.at('2026-03-09T08:59:59.999Z')
    await core.showInvitation(third, { secret: later.secret })
    place.at('2026-03-09T09:00:00.000Z')
    await expect(core.acceptInvitation(third, { secret: later.secret, name: 'x' })).rejects.toMatchObject(notFound)
  })

  test('of several who accept one invitation at once, one runs the course', async () => {
    const { core } = await openAt(await fresh())
    const first = await newTrainer(core)
    const made = await newCourse(core, first)
    const { secret } = await core.inviteTrainer(first, { cohort: made.id })
    const many = await Promise.all(names(6).map(() => newTrainer(core)))
    const settled = await Promise.allSettled(many.map((each) => core.acceptInvitation(each, { secret, name: 'Me' })))
    expect(settled.filter((s) => s.status === 'fulfilled')).toHaveLength(1)
    expect((await core.cohortSetUp(first, { cohort: made.id })).trainers).toHaveLength(2)
  })

  test('a member who becomes a trainer is told, is a member no more, and what was counted of theirs stays', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const first = await newTrainer(core)
    const made = await newCourse(core, first)
    const members = await newMembers(core, made, names(5))
    const second = trained(members[0] as Actor)
    for (const member of members) await answer(core, member, chooses('with'))
    await tick(place, TICK)
    const before = await picturesOf(core, first, made.id)
    const { secret } = await core.inviteTrainer(first, { cohort: made.id })
    expect(await core.showInvitation(second, { secret })).toMatchObject({ isMember: true })
    await core.acceptInvitation(second, { secret, name: 'Mr Second' })
    expect(await picturesOf(core, first, made.id)).toEqual(before)
    await expect(core.cohortForLearner(second, { cohort: made.id })).rejects.toMatchObject(notFound)
    await expect(joins(core, second, made)).rejects.toMatchObject({ kind: 'invalid' })
    // With the four others, their new answers are still too few.
    for (const member of members) await answer(core, member, chooses('by'))
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 0 })
  })

  test('a trainer can leave a course to another, not alone, and is not counted in it afterwards', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const first = await newTrainer(core)
    const made = await newCourse(core, first)
    const members = await newMembers(core, made, names(4))
    const second = trained(await newPerson(core, 'second'))
    await expect(core.leaveStaff(first, { cohort: made.id })).rejects.toMatchObject({ kind: 'invalid' })
    await invites(core, first, second, made.id)
    await core.leaveStaff(second, { cohort: made.id })
    await expect(core.cohortInsights(second, { cohort: made.id })).rejects.toMatchObject(notFound)
    expect((await core.myCohorts(second, {})).cohorts).toEqual([])
    expect((await core.cohortSetUp(first, { cohort: made.id })).trainers).toEqual(['Ms Invented'])
    await expect(joins(core, second, made)).rejects.toMatchObject({ kind: 'invalid' })
    for (const member of [...members, second]) await answer(core, member, chooses('with'))
    expect(await tick(place, TICK)).toMatchObject({ batches: 0 })
    await invites(core, first, second, made.id, 'Mr Second, again')
    await core.leaveStaff(first, { cohort: made.id })
    expect((await core.cohortSetUp(second, { cohort: made.id })).trainers).toEqual(['Mr Second, again'])
    await core.archiveCohort(second, { cohort: made.id, sure: true })
    await core.leaveStaff(second, { cohort: made.id })
  })

  test('of two trainers who leave at the same moment, one stays', async () => {
    const { core } = await openAt(await fresh())
    for (const _ of names(5)) {
      const [first, second] = [await newTrainer(core), await newTrainer(core)]
      const made = await newCourse(core, first)
      await invites(core, first, second, made.id)
      const settled = await Promise.allSettled(
        [first, second].map((each) => core.leaveStaff(each, { cohort: made.id })),
      )
      expect(settled.map((s) => s.status).sort()).toEqual(['fulfilled', 'rejected'])
    }
  })

  test('once two courses share a trainer, the staff of each are not counted in the other, and are told', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const [ofOne, ofOther] = [await newTrainer(core), await newTrainer(core)]
    const one = await newCourse(core, ofOne)
    const other = await newCourse(core, ofOther)
    const colleague = trained(await newPerson(core, 'colleague'))
    await invites(core, ofOther, colleague, other.id)
    const members = await newMembers(core, one, names(4))
    await joins(core, colleague, one)
    for (const person of [...members, colleague]) await answer(core, person, chooses('with'))
    expect(await tick(place, TICK)).toMatchObject({ batches: 1 })
    const before = await picturesOf(core, ofOne, one.id)
    expect((await core.cohortForLearner(colleague, { cohort: one.id })).staffNearby).toBe(false)
    await invites(core, ofOne, ofOther, one.id)
    expect((await core.cohortForLearner(colleague, { cohort: one.id })).staffNearby).toBe(true)
    for (const person of [...members, colleague]) await answer(core, person, chooses('by'))
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 0 })
    expect(await picturesOf(core, ofOne, one.id)).toEqual(before)
    // A fifth who counts makes a batch: of them, and without the colleague.
    const fifth = await newPerson(core, 'fifth')
    await joins(core, fifth, one)
    await answer(core, fifth, chooses('by'))
    expect(await tick(place, THIRD_TICK)).toMatchObject({ batches: 1 })
    expect(await core.cohortForLearner(colleague, { cohort: one.id })).toMatchObject({
      mine: expect.arrayContaining([expect.objectContaining({ shown: [expect.objectContaining({ closedAt: TICK })] })]),
    })
  })
})

test('whoever has run a course is not counted in it, whatever way they came to be a member again', async () => {
  const place = await newPlace()
  const { core } = place
  const first = await newTrainer(core)
  const made = await newCourse(core, first)
  const members = await newMembers(core, made, names(4))
  const second = trained(await newPerson(core, 'second'))
  await invites(core, first, second, made.id)
  await core.leaveStaff(second, { cohort: made.id })
  const insert = 'insert into member (cohort_id, learner_id, counted, joined_at) values (?, ?, 1, 0)'
  alter(place, insert, made.id, idOf(second))
  for (const member of [...members, second]) await answer(core, member, chooses('with'))
  expect(await tick(place, TICK)).toMatchObject({ batches: 0 })
})
