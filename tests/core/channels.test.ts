import { expect, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
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
  rates,
  SECOND_TICK,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const TEAM = 'T0COURSE'
const CHANNEL = { team: TEAM, channel: 'C0TALK' }
const account = { kind: 'slack', subject: `${TEAM}:Utrainer` } as const
const ROLE = 'cd.my-role'
const DOING = 'cd.doing-with'

async function connected(place: Place, more: Record<string, unknown> = { channelSees: true }) {
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer, more)
  const { code } = await core.makeChannelCode(trainer, { cohort: course.id })
  await core.connectChannel(SYSTEM, { code, account, ...CHANNEL })
  const plans = (question: string, when: string) => core.planPost(trainer, { cohort: course.id, question, when })
  const plan = () => core.channelPlan(trainer, { cohort: course.id })
  return { core, trainer, course, plans, plan }
}

/** Takes every post that is due, as a sender does, and says that each was sent; gives what was said. */
async function sends({ core }: Place, ref = '100.1') {
  await core.queuePosts(SYSTEM, {})
  const said = []
  for (let taken = await core.takePost(SYSTEM, {}); taken; taken = await core.takePost(SYSTEM, {})) {
    said.push(taken.saying)
    await core.markPost(SYSTEM, { post: taken.post, lease: taken.lease, outcome: { as: 'sent', ref } })
  }
  return said
}
const kinds = async (place: Place) => (await sends(place)).map(({ kind }) => kind)

async function answered(core: Place['core'], people: Actor[]) {
  for (const person of people) await answer(core, person, chooses('with'))
}

forEachDatabase((_name, fresh) => {
  test('a code connects one channel with one course, once, for half an hour, and only its trainer makes one', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const [trainer, other] = [await newTrainer(core), await newTrainer(core)]
    const course = await newCourse(core, trainer)
    const elsewhere = await newCourse(core, other)
    await expect(core.makeChannelCode(other, { cohort: course.id })).rejects.toMatchObject({ kind: 'not-found' })
    const connect = (code: string, channel = CHANNEL.channel) =>
      core.connectChannel(SYSTEM, { code, account, team: TEAM, channel })
    const noCode = { kind: 'invalid', message: expect.stringContaining('isn’t a code that works') }
    await expect(connect('BCDF-GHJK')).rejects.toMatchObject(noCode)
    const first = await core.makeChannelCode(trainer, { cohort: course.id })
    const second = await core.makeChannelCode(trainer, { cohort: course.id })
    await expect(connect(first.code)).rejects.toMatchObject(noCode)
    await connect(second.code.toLowerCase().replace('-', ' '))
    await expect(connect(second.code)).rejects.toMatchObject(noCode)
    expect(await core.channelPlan(trainer, { cohort: course.id })).toMatchObject({ connected: true })
    const theirs = await core.makeChannelCode(other, { cohort: elsewhere.id })
    await expect(connect(theirs.code)).rejects.toMatchObject({ message: expect.stringContaining('another course’s') })
    place.at('2026-03-02T09:31:00Z')
    await expect(connect(theirs.code, 'C0ELSE')).rejects.toMatchObject(noCode)
  })

  test('whoever guesses codes from one account is asked to wait', async () => {
    const { core } = await openAt(await fresh())
    const guess = () => core.connectChannel(SYSTEM, { code: 'BCDF-GHJK', account, ...CHANNEL }).catch((e) => e.kind)
    for (let tries = 0; tries < 8; tries++) expect(await guess()).toBe('invalid')
    expect(await guess()).toBe('too-many')
  })

  test('a question is planned on the course’s own clocks, in the day, and moved or removed until it is posted', async () => {
    const place = await openAt(await fresh())
    const { core, trainer, course, plans, plan } = await connected(place)
    const cohort = course.id
    await core.setChannelClock(trainer, { cohort, zone: 'Pacific/Auckland', daysOff: [0] })
    const said = (field: string, words: string) => ({ fields: { [field]: expect.stringContaining(words) } })
    await expect(plans(ROLE, '2026-03-03T07:59')).rejects.toMatchObject(said('when', '20:00 to 8:00'))
    await expect(plans(ROLE, '2026-03-08T10:00')).rejects.toMatchObject(said('when', 'days off'))
    await expect(plans(ROLE, '2026-03-02T10:00')).rejects.toMatchObject(said('when', 'still to come'))
    await expect(plans(ROLE, '2026-02-30T10:00')).rejects.toMatchObject(said('when', 'No clock'))
    await expect(plans('community.hard', '2026-03-05T10:00')).rejects.toMatchObject(said('question', 'Choose one'))
    const { post } = await plans(ROLE, '2026-03-05T10:00')
    const { post: out } = await plans(DOING, '2026-03-05T12:00')
    await core.removePost(trainer, { cohort, post: out })
    await core.movePost(trainer, { cohort, post, when: '2026-03-05T11:00' })
    expect((await plan()).posts).toMatchObject([{ id: post, when: '2026-03-05T11:00', state: 'waiting' }])
    expect(await kinds(place)).toEqual(['welcome'])
    // 11:00 in Auckland, in its summer time.
    place.at('2026-03-04T21:59:59Z')
    expect(await kinds(place)).toEqual([])
    place.at('2026-03-04T22:00:00Z')
    expect(await kinds(place)).toEqual(['question'])
    expect(await kinds(place)).toEqual([])
    for (const change of [
      () => core.movePost(trainer, { cohort, post, when: '2026-03-06T11:00' }),
      () => core.removePost(trainer, { cohort, post }),
    ])
      await expect(change()).rejects.toMatchObject({ message: expect.stringContaining('has been posted') })
  })

  test('nobody plans for, looks at or disconnects another trainer’s course', async () => {
    const place = await openAt(await fresh())
    const { core, course, plans, plan } = await connected(place)
    const { post } = await plans(ROLE, '2026-03-05T10:00')
    const other = await newTrainer(core)
    const cohort = course.id
    const notFound = { kind: 'not-found' }
    await expect(core.channelPlan(other, { cohort })).rejects.toMatchObject(notFound)
    await expect(core.disconnectChannel(other, { cohort })).rejects.toMatchObject(notFound)
    await expect(core.removePost(other, { cohort, post })).rejects.toMatchObject(notFound)
    const mine = await newCourse(core, other)
    await expect(core.removePost(other, { cohort: mine.id, post })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(
      core.disconnectHere(SYSTEM, { account: { kind: 'slack', subject: `${TEAM}:Uother` }, ...CHANNEL }),
    ).rejects.toMatchObject(notFound)
    expect(await plan()).toMatchObject({ connected: true, posts: [{ id: post }] })
    await core.disconnectHere(SYSTEM, { account, ...CHANNEL })
    expect(await plan()).toMatchObject({ connected: false, posts: [{ id: post }] })
    place.at('2026-03-05T10:00:00Z')
    expect(await kinds(place)).toEqual([])
  })

  test('an outage gives one late question, in the day, and not all that were missed', async () => {
    const place = await openAt(await fresh())
    const { plans, plan } = await connected(place)
    await sends(place)
    for (const [question, day] of [
      [ROLE, '03'],
      [DOING, '04'],
      [ROLE, '05'],
    ] as const)
      await plans(question, `2026-03-${day}T10:00`)
    place.at('2026-03-05T22:00:00Z')
    expect(await kinds(place)).toEqual([])
    place.at('2026-03-06T10:00:00Z')
    expect(await kinds(place)).toEqual(['question'])
    expect((await plan()).posts.map(({ state }) => state)).toEqual(['missed', 'missed', 'sent'])
  })

  test('one worker takes a post; 429 waits; what nobody knows the end of, a worker’s death too, is sent once more at most', async () => {
    const place = await openAt(await fresh())
    const { core, plans, plan } = await connected(place)
    await sends(place)
    await plans(ROLE, '2026-03-03T10:00')
    place.at('2026-03-03T10:00:00Z')
    const all = await Promise.all([1, 2, 3, 4].map(() => core.takePost(SYSTEM, {})))
    const [taken, ...more] = all.flatMap((one) => one ?? [])
    expect(more).toEqual([])
    place.at('2026-03-03T10:02:01Z')
    const again = await core.takePost(SYSTEM, {})
    expect(again?.post).toBe(taken?.post)
    const mark = (lease: string | undefined, outcome: Parameters<typeof core.markPost>[1]['outcome']) =>
      core.markPost(SYSTEM, { post: taken?.post ?? '', lease: lease ?? '', outcome })
    expect(await mark(taken?.lease, { as: 'sent', ref: '1.1' })).toBe(false)
    expect(await mark(again?.lease, { as: 'busy', waitMs: 60_000 })).toBe(true)
    expect(await core.takePost(SYSTEM, {})).toBeNull()
    place.at('2026-03-03T10:03:02Z')
    const third = await core.takePost(SYSTEM, {})
    expect(await mark(third?.lease, { as: 'unknown' })).toBe(true)
    place.at('2026-03-03T10:30:00Z')
    expect(await kinds(place)).toEqual([])
    expect((await plan()).posts).toMatchObject([{ state: 'sent' }])
  })

  test('a channel that can’t be posted to is disconnected, and what was planned waits for another', async () => {
    const place = await openAt(await fresh())
    const { core, trainer, course, plans, plan } = await connected(place)
    await sends(place)
    await plans(ROLE, '2026-03-03T10:00')
    place.at('2026-03-03T10:00:00Z')
    const taken = await core.takePost(SYSTEM, {})
    const gone = { as: 'failed', gone: true } as const
    await core.markPost(SYSTEM, { post: taken?.post ?? '', lease: taken?.lease ?? '', outcome: gone })
    expect(await plan()).toMatchObject({ connected: false, posts: [{ state: 'waiting' }] })
    expect(await kinds(place)).toEqual([])
    const { code } = await core.makeChannelCode(trainer, { cohort: course.id })
    await core.connectChannel(SYSTEM, { code, account, ...CHANNEL, channel: 'C0NEW' })
    expect(await kinds(place)).toEqual(['welcome', 'question'])
  })

  test('a released batch comes once, under its question, where all who joined were told; a later one comes too', async () => {
    const place = await openAt(await fresh())
    const { core, trainer, course, plans } = await connected(place)
    const people = await newMembers(core, course, names(5))
    await answered(core, people)
    await sends(place)
    await plans(DOING, '2026-03-03T09:00')
    place.at('2026-03-03T09:00:00Z')
    await sends(place, '200.7')
    expect(await kinds(place)).toEqual([])
    await tick(place, TICK)
    const said = await sends(place)
    const { questions } = await core.cohortInsights(trainer, { cohort: course.id })
    const released = questions.find(({ id }) => id === DOING)?.pictures[0]
    expect(said).toEqual([
      { kind: 'picture', question: expect.objectContaining({ id: DOING }), picture: released, under: '200.7' },
    ])
    expect(await kinds(place)).toEqual([])
    await answered(core, await newMembers(core, course, names(5, 20)))
    await tick(place, SECOND_TICK)
    expect(await kinds(place)).toEqual(['picture'])
  })

  test('no picture comes of a question that the channel wasn’t asked, or of a batch from before', async () => {
    const place = await openAt(await fresh())
    const { core, course, plans } = await connected(place)
    const people = await newMembers(core, course, names(5))
    await answered(core, people)
    for (const person of people) await answer(core, person, rates(4))
    await sends(place)
    await tick(place, TICK)
    expect(await kinds(place)).toEqual([])
    await plans(DOING, '2026-03-03T12:00')
    place.at('2026-03-03T12:00:00Z')
    expect(await kinds(place)).toEqual(['question'])
    expect(await kinds(place)).toEqual([])
  })

  test('P16: where a course was set up without it, no batch is ever shown to a channel', async () => {
    const place = await openAt(await fresh())
    const { core, trainer, course, plans } = await connected(place, {})
    await answered(core, await newMembers(core, course, names(5)))
    await sends(place)
    await plans(DOING, '2026-03-03T09:00')
    place.at('2026-03-03T09:00:00Z')
    expect(await kinds(place)).toEqual(['question'])
    await tick(place, TICK)
    expect(await kinds(place)).toEqual([])
    const { questions } = await core.cohortInsights(trainer, { cohort: course.id })
    expect(questions.flatMap((q) => q.pictures)).toHaveLength(1)
  })

  test('P16: a yes to being counted says that a channel sees the pictures, and the ledger keeps those words', async () => {
    const { core } = await openAt(await fresh())
    const trainer = await newTrainer(core)
    const person = await newPerson(core, 'one')
    const course = await newCourse(core, trainer, { channelSees: true })
    await joins(core, person, course)
    await joins(core, person, await newCourse(core, trainer))
    const { agreed } = await core.myChoices(person, {})
    const [other, said] = agreed.map(({ words }) => words)
    expect(said).toContain('shown in a Slack channel too, to everybody in it')
    expect(other).not.toContain('channel')
    expect(await core.cohortToJoin(person, { code: course.joinCode })).toMatchObject({ channelSees: true })
  })

  test('a course that has ended posts nothing more, and its channel is free for another', async () => {
    const place = await openAt(await fresh())
    const { core, trainer, course, plans } = await connected(place)
    await sends(place)
    await plans(ROLE, '2026-03-03T10:00')
    await core.archiveCohort(trainer, { cohort: course.id, sure: true })
    place.at('2026-03-03T10:00:00Z')
    expect(await kinds(place)).toEqual([])
    const next = await newCourse(core, trainer, { ticks: [SECOND_TICK] })
    const { code } = await core.makeChannelCode(trainer, { cohort: next.id })
    await core.connectChannel(SYSTEM, { code, account, ...CHANNEL })
    expect(await kinds(place)).toEqual(['welcome'])
  })

  test('a button leads to its own course’s question, in its own channel; a trainer’s question only those who joined', async () => {
    const place = await openAt(await fresh())
    const { core, trainer, course, plans } = await connected(place)
    const asked = { cohort: course.id, ask: 'How was the room?', options: ['Warm', 'Cold'], several: false }
    const own = (await core.askOwnQuestion(trainer, asked)).questions.at(-1)?.id as string
    const { post } = await plans(own, '2026-03-05T10:00')
    const [member] = await newMembers(core, course, ['one'])
    const stranger = await newPerson(core, 'stranger')
    const about = { ...CHANNEL, post }
    expect(await core.invited(member as Actor, about)).toMatchObject({
      course: { joined: true },
      question: { id: own },
    })
    expect(await core.invited(stranger, about)).toMatchObject({ course: { joined: false }, question: null })
    const over = { kind: 'not-found' }
    const other = await newCourse(core, trainer)
    const { code } = await core.makeChannelCode(trainer, { cohort: other.id })
    await core.connectChannel(SYSTEM, { code, account, team: TEAM, channel: 'C0ELSE' })
    for (const channel of ['C0ELSE', 'C0NONE'])
      await expect(core.invited(member as Actor, { ...about, channel })).rejects.toMatchObject(over)
    await core.withdrawOwnQuestion(trainer, { cohort: course.id, question: own })
    await expect(core.invited(member as Actor, about)).rejects.toMatchObject(over)
  })
})
