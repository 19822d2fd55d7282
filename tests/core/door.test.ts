import { expect, test } from 'vitest'
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
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

forEachDatabase((_name, fresh) => {
  test('behind a shut door nobody new can join; who is in stays, is counted, and can change their choice', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const made = await newCourse(core, trainer)
    const members = await newMembers(core, made, names(5))
    expect((await core.setDoor(trainer, { cohort: made.id, open: false })).open).toBe(false)
    const late = await newPerson(core, 'late')
    expect(await core.cohortToJoin(late, { code: made.joinCode })).toMatchObject({ open: false, joined: false })
    await expect(joins(core, late, made)).rejects.toMatchObject({ kind: 'invalid' })
    expect((await core.joinedCohorts(late, {})).cohorts).toEqual([])
    await joins(core, members[0] as never, made, false)
    await joins(core, members[0] as never, made, true)
    for (const member of members) await answer(core, member, chooses('with'))
    expect(await tick(place, TICK)).toMatchObject({ batches: 1 })
    await core.setDoor(trainer, { cohort: made.id, open: true })
    await joins(core, late, made)
  })

  test('a new code works and the old one doesn’t; nobody who has joined notices', async () => {
    const { core } = await openAt(await fresh())
    const trainer = await newTrainer(core)
    const made = await newCourse(core, trainer)
    const [member] = await newMembers(core, made, ['member'])
    const before = await core.cohortForLearner(member as never, { cohort: made.id })
    const changed = await core.newCode(trainer, { cohort: made.id })
    expect(changed.joinCode).not.toBe(made.joinCode)
    const late = await newPerson(core, 'late')
    await expect(joins(core, late, made)).rejects.toMatchObject({ kind: 'not-found' })
    await joins(core, late, changed)
    const after = await core.cohortForLearner(member as never, { cohort: made.id })
    expect({ ...after, joinCode: '' }).toEqual({ ...before, joinCode: '' })
  })

  test('a trainer can change the name, and nobody else can change anything', async () => {
    const { core } = await openAt(await fresh())
    const trainer = await newTrainer(core)
    const made = await newCourse(core, trainer)
    const [member] = await newMembers(core, made, ['member'])
    expect(await core.renameCohort(trainer, { cohort: made.id, name: '  Another   name ' })).toEqual({
      ...made,
      name: 'Another name',
    })
    await expect(core.renameCohort(trainer, { cohort: made.id, name: ' ' })).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    })
    const cohort = made.id
    for (const who of [member as never, await newTrainer(core)])
      for (const tries of [
        () => core.renameCohort(who, { cohort, name: 'x' }),
        () => core.setDoor(who, { cohort, open: false }),
        () => core.newCode(who, { cohort }),
        () => core.copyCohort(who, { cohort, name: 'x', trainer: 'x', nightly: true }),
        () => core.archiveCohort(who, { cohort, sure: true }),
        () => core.inviteTrainer(who, { cohort }),
        () => core.leaveStaff(who, { cohort }),
      ])
        await expect(tries()).rejects.toMatchObject({ kind: 'not-found' })
    expect((await core.cohortForLearner(member as never, { cohort })).name).toBe('Another name')
  })
})
