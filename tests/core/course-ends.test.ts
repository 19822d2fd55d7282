import { expect, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
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
  THIRD_TICK,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const notFound = { kind: 'not-found' }
const end = { sure: true as const }

async function course(place: Place, people: number, more: Record<string, unknown> = {}) {
  const trainer = await newTrainer(place.core)
  const made = await newCourse(place.core, trainer, more)
  return { trainer, made, members: await newMembers(place.core, made, names(people)) }
}

const stateOf = async ({ core }: Place, member: never, cohort: string) =>
  (await core.cohortForLearner(member, { cohort })).mine.find((m) => m.question.id === 'cd.doing-with')?.state

forEachDatabase((_name, fresh) => {
  test('archiving closes no batch and drops the ticks to come; learners see that it ended and what stayed unseen', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { trainer, made, members } = await course(place, 6)
    for (const member of members) await answer(core, member, chooses('with'))
    place.at('2026-03-02T12:00:00.000Z')
    const archived = await core.archiveCohort(trainer, { cohort: made.id, ...end })
    expect(archived).toMatchObject({
      nextTicks: [],
      archived: { at: '2026-03-02T12:00:00.000Z', readableUntil: '2026-05-31T12:00:00.000Z' },
    })
    for (const time of [TICK, SECOND_TICK, THIRD_TICK])
      expect(await tick(place, time)).toEqual({ cohorts: 0, batches: 0, failed: 0 })
    const insights = await core.cohortInsights(trainer, { cohort: made.id })
    expect(insights.questions.flatMap((q) => q.pictures)).toEqual([])
    expect(await stateOf(place, members[0] as never, made.id)).toBe('unseen')
    expect(await core.cohortForLearner(members[0] as never, { cohort: made.id })).toMatchObject({
      archived: archived.archived,
      nextTicks: [],
    })
  })

  test('nobody can join it, nothing of it can be changed, and it can’t be ended twice or brought back', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { trainer, made, members } = await course(place, 1)
    await expect(core.archiveCohort(trainer, { cohort: made.id, sure: false as never })).rejects.toMatchObject({
      fields: { sure: expect.any(String) },
    })
    const { secret } = await core.inviteTrainer(trainer, { cohort: made.id })
    await core.archiveCohort(trainer, { cohort: made.id, ...end })
    const late = await newPerson(core, 'late')
    await expect(joins(core, late, made)).rejects.toMatchObject(notFound)
    await expect(core.cohortToJoin(late, { code: made.joinCode })).rejects.toMatchObject(notFound)
    await expect(core.showInvitation(trainer, { secret })).rejects.toMatchObject(notFound)
    const cohort = made.id
    for (const refused of [
      () => core.archiveCohort(trainer, { cohort, ...end }),
      () => core.addTicks(trainer, { cohort, ticks: ['2026-06-01T09:00:00Z'] }),
      () => core.renameCohort(trainer, { cohort, name: 'Another' }),
      () => core.setDoor(trainer, { cohort, open: true }),
      () => core.newCode(trainer, { cohort }),
      () => core.inviteTrainer(trainer, { cohort }),
      () => core.askOwnQuestion(trainer, { cohort, ask: 'How was it?', options: ['Good', 'Bad'], several: false }),
    ])
      await expect(refused()).rejects.toMatchObject({ kind: 'invalid' })
    // Its learners can still leave, and take back their choice.
    await core.setCounted(members[0] as never, { cohort, counted: false })
    await core.leaveCohort(members[0] as never, { cohort })
  })

  test('its trainers read what was released for 90 days; after that the room is like one that isn’t there', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { trainer, made, members } = await course(place, 5)
    for (const member of members) await answer(core, member, chooses('with'))
    await tick(place, TICK)
    const before = await core.cohortInsights(trainer, { cohort: made.id })
    place.at('2026-03-04T00:00:00.000Z')
    await core.archiveCohort(trainer, { cohort: made.id, ...end })
    // What was counted there stays with it, also edited; but nothing more is counted.
    for (const member of members) await answer(core, member, chooses('by'))
    expect(await tick(place, THIRD_TICK)).toMatchObject({ batches: 0 })
    place.at('2026-06-01T23:59:59.999Z')
    const after = await core.cohortInsights(trainer, { cohort: made.id })
    expect(after.questions).toEqual(before.questions)
    expect((await core.myCohorts(trainer, {})).cohorts).toMatchObject([{ id: made.id, ended: true }])
    place.at('2026-06-02T00:00:00.000Z')
    const message = await core.cohortInsights(trainer, { cohort: 'nothing' }).catch((error: Error) => error.message)
    for (const gone of [
      () => core.cohortInsights(trainer, { cohort: made.id }),
      () => core.cohortSetUp(trainer, { cohort: made.id }),
      () => core.copyCohort(trainer, { cohort: made.id, name: 'x', trainer: 'x', nightly: true }),
      () => core.leaveStaff(trainer, { cohort: made.id }),
    ])
      await expect(gone()).rejects.toMatchObject({ ...notFound, message })
    expect((await core.myCohorts(trainer, {})).cohorts).toEqual([])
    // Its learners still see their own.
    expect(await stateOf(place, members[0] as never, made.id)).toBe('late')
  })

  test('what waited may count in the next course its author joined, and what was counted never does', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { trainer, made, members } = await course(place, 9)
    const next = await newCourse(core, await newTrainer(core))
    place.at('2026-03-02T10:00:00Z')
    for (const member of members) await joins(core, member, next)
    for (const member of members.slice(0, 5)) await answer(core, member, chooses('with'))
    await tick(place, TICK)
    for (const member of members.slice(5)) await answer(core, member, chooses('by'))
    const fifth = await newPerson(core, 'fifth')
    await joins(core, fifth, next)
    await answer(core, fifth, chooses('by'))
    // Four wait in the first, and one in the next: too few in each.
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 0 })
    await core.archiveCohort(trainer, { cohort: made.id, ...end })
    expect(await stateOf(place, members[8] as never, made.id)).toBe('elsewhere')
    expect(await tick(place, THIRD_TICK)).toMatchObject({ batches: 1 })
    expect(await stateOf(place, members[8] as never, next.id)).toBe('shown')
    expect(await stateOf(place, members[0] as never, next.id)).toBe('elsewhere')
    // An edit of what was counted stays with the course that has ended.
    await answer(core, members[0] as never, chooses('by'))
    expect(await stateOf(place, members[0] as never, made.id)).toBe('late')
  })

  test('a tick whose time had come before is still closed, as it was announced; a nightly course has no night more', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { trainer, made, members } = await course(place, 5)
    const nightly = await newCourse(core, trainer, { ticks: [], nightly: true })
    for (const member of members) await answer(core, member, chooses('with'))
    place.at('2026-03-03T09:30:20.000Z')
    await core.archiveCohort(trainer, { cohort: made.id, ...end })
    await core.archiveCohort(trainer, { cohort: nightly.id, ...end })
    expect(await core.closeBatches(SYSTEM, {})).toMatchObject({ batches: 1 })
    const { questions } = await core.cohortInsights(trainer, { cohort: made.id })
    expect(questions.flatMap((q) => q.pictures.map((p) => p.closedAt))).toEqual([TICK])
    expect(await tick(place, '2026-03-20T12:00:00Z')).toMatchObject({ cohorts: 0 })
  })

  test('a course whose dates are all past is not ended by itself', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { trainer, made } = await course(place, 0)
    await tick(place, '2027-03-01T09:00:00Z')
    expect(await core.cohortSetUp(trainer, { cohort: made.id })).toMatchObject({ archived: null, nextTicks: [] })
    await core.addTicks(trainer, { cohort: made.id, ticks: ['2027-03-05T09:00:00Z'] })
    await joins(core, await newPerson(core, 'late'), made)
  })
})
