import { expect, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
import { newCourse, newPerson, newTrainer, openAt } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const CHANNEL = { team: 'T0COURSE', channel: 'C0TALK' }
const account = { kind: 'slack', subject: 'T0COURSE:Utyped' } as const

forEachDatabase((_name, fresh) => {
  test('whoever connected a channel and then deletes everything leaves no trace there, and the channel stays', async () => {
    const { core } = await openAt(await fresh())
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const { code } = await core.makeChannelCode(trainer, { cohort: course.id })
    const typed = await newPerson(core, 'typed')
    await core.connectChannel(SYSTEM, { code, account, ...CHANNEL })
    await core.eraseMe(typed, { sure: 'delete everything' })
    expect((await core.channelPlan(trainer, { cohort: course.id })).connected).toBe(true)
    await expect(core.disconnectHere(SYSTEM, { account, ...CHANNEL })).rejects.toThrow('nothing here')
  })
})
