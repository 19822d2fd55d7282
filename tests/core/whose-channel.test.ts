import { expect, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import { idOf, newCourse, newPerson, newTrainer, openAt, type Place } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const CHANNEL = { team: 'T0COURSE', channel: 'C0TALK' }
const ROLE = 'cd.my-role'
const of = (name: string) => ({ kind: 'slack', subject: `T0COURSE:U${name}` }) as const
const notFound = { kind: 'not-found' }

async function connected({ core }: Place) {
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  const { code } = await core.makeChannelCode(trainer, { cohort: course.id })
  await core.connectChannel(SYSTEM, { code, account: of('typed'), ...CHANNEL })
  const plan = () => core.channelPlan(trainer, { cohort: course.id })
  const { post } = await core.planPost(trainer, { cohort: course.id, question: ROLE, when: '2026-03-05T10:00' })
  return { trainer, course, post, plan }
}

/** Somebody of Slack's who runs courses too. */
async function trainerIn(core: Place['core'], name: string): Promise<Actor> {
  return { kind: 'trainer', learnerId: idOf(await newPerson(core, name)) }
}

forEachDatabase((_name, fresh) => {
  test('another trainer plans, moves and removes nothing of a course, and doesn’t set its clocks', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { course, post, plan } = await connected(place)
    const before = await plan()
    const other = await newTrainer(core)
    const own = await newCourse(core, other)
    const when = '2026-03-06T10:00'
    const theirs = { cohort: course.id }
    const clock = { zone: 'Pacific/Auckland', daysOff: [1, 2] }
    await expect(core.channelPlan(other, theirs)).rejects.toMatchObject(notFound)
    await expect(core.makeChannelCode(other, theirs)).rejects.toMatchObject(notFound)
    await expect(core.disconnectChannel(other, theirs)).rejects.toMatchObject(notFound)
    await expect(core.planPost(other, { ...theirs, question: ROLE, when })).rejects.toMatchObject(notFound)
    await expect(core.movePost(other, { ...theirs, post, when })).rejects.toMatchObject(notFound)
    await expect(core.removePost(other, { ...theirs, post })).rejects.toMatchObject(notFound)
    await expect(core.setChannelClock(other, { ...theirs, ...clock })).rejects.toMatchObject(notFound)
    // Their own course doesn't open another's posts.
    const planned = { kind: 'invalid', message: expect.stringContaining('isn’t planned any more') }
    await expect(core.movePost(other, { cohort: own.id, post, when })).rejects.toMatchObject(planned)
    await expect(core.removePost(other, { cohort: own.id, post })).rejects.toMatchObject(planned)
    expect(await plan()).toEqual(before)
    expect(before).toMatchObject({ connected: true, posts: [{ id: post, when: '2026-03-05T10:00' }] })
  })

  test('in the channel a trainer disconnects their own course’s, with the account that their notebook has there', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { trainer, course, plan } = await connected(place)
    const second = await trainerIn(core, 'second')
    const disconnects = () => core.disconnectHere(SYSTEM, { account: of('second'), ...CHANNEL })
    // Running another course opens nothing.
    await newCourse(core, second)
    await expect(disconnects()).rejects.toMatchObject(notFound)
    expect((await plan()).connected).toBe(true)
    const { secret } = await core.inviteTrainer(trainer, { cohort: course.id })
    await core.acceptInvitation(second, { secret, name: 'Mr Second' })
    await disconnects()
    expect((await plan()).connected).toBe(false)
  })

  test('a trainer who has left the course disconnects it no more', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const { trainer, course, plan } = await connected(place)
    const second = await trainerIn(core, 'second')
    const { secret } = await core.inviteTrainer(trainer, { cohort: course.id })
    await core.acceptInvitation(second, { secret, name: 'Mr Second' })
    await core.leaveStaff(second, { cohort: course.id })
    const away = core.disconnectHere(SYSTEM, { account: of('second'), ...CHANNEL })
    await expect(away).rejects.toMatchObject(notFound)
    expect((await plan()).connected).toBe(true)
  })
})
