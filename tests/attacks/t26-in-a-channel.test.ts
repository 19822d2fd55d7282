import { expect, test } from 'vitest'
import { openCompanion } from '#bot/index.ts'
import { type Actor, SYSTEM } from '#core/actor.ts'
import { SIGNING_SECRET, signed } from '#tests/support/slack-emulator.ts'
import { stateOf } from '../bot/slack-windows.ts'
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
  type Place,
  rates,
  SECOND_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { recordedSlack } from './recorded-slack.ts'

const BUSY = { timeout: 240_000 }
const CHANNEL = { team: 'T0COURSE', channel: 'C0TALK' }
const DOING = 'cd.doing-with'
const ROLE = 'cd.my-role'

/** A course in a channel, with six honest people and four whom the attacker owns. Two questions are planned. */
async function group() {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer, { channelSees: true })
  const { code } = await core.makeChannelCode(trainer, { cohort: course.id })
  await core.connectChannel(SYSTEM, { code, account: { kind: 'slack', subject: 'T0COURSE:Utrainer' }, ...CHANNEL })
  const posts = []
  for (const [question, when] of [
    [DOING, '2026-03-02T10:00'],
    [ROLE, '2026-03-02T11:00'],
  ] as const)
    posts.push((await core.planPost(trainer, { cohort: course.id, question, when })).post)
  const honest = await newMembers(core, course, names(6))
  const owned = await newMembers(core, course, names(4, 100))
  const target = await newPerson(core, 'target')
  for (const person of [...honest, ...owned]) await answer(core, person, chooses('with'))
  // Below five in every world, with or without the target.
  for (const person of owned.slice(0, 3)) await answer(core, person, rates(4))
  return { place, course, posts, target }
}
type Group = Awaited<ReturnType<typeof group>>

const DEEDS: [string, (core: Place['core'], g: Group) => Promise<unknown>][] = [
  ['joins', (core, { target, course }) => joins(core, target, course)],
  ['joins and keeps everything to themselves', (core, { target, course }) => joins(core, target, course, false)],
  [
    'joins and answers',
    async (core, { target, course }) => {
      await joins(core, target, course)
      await answer(core, target, chooses('with'))
      await answer(core, target, rates(2))
    },
  ],
  [
    'joins and answers otherwise',
    async (core, { target, course }) => {
      await joins(core, target, course)
      await answer(core, target, chooses('by'))
      await answer(core, target, rates(5))
    },
  ],
  ['answers without joining', (core, { target }) => answer(core, target, chooses('by'))],
]

/** A companion on this place's data, and a Slack that keeps what it is sent. */
async function inSlack(place: Place) {
  const slack = await recordedSlack()
  const settings = {
    botToken: 'xoxb-1',
    app: null,
    signingSecret: SIGNING_SECRET,
    appToken: null,
    apiUrl: slack.apiUrl,
  }
  const companion = openCompanion(place.core, { ...place.config, slack: settings }, { log: () => {} })
  const send = async (sent: object) => {
    const payload = JSON.stringify({ team: { id: CHANNEL.team }, ...sent })
    const body = new URLSearchParams({ payload }).toString()
    await companion.slack?.receive?.({ rawBody: Buffer.from(body), headers: signed(body) })
    await companion.idle()
  }
  const press = (user: string, kind: string, post: string, nth: number) =>
    send({
      type: 'block_actions',
      trigger_id: `${nth}.${kind}.${post}`,
      user: { id: user },
      channel: { id: CHANNEL.channel },
      container: { message_ts: '1700000000.000100' },
      actions: [
        { action_id: 'window', action_ts: `${nth}`, value: `${kind} ${CHANNEL.team} ${CHANNEL.channel} ${post}` },
      ],
    })
  let pressed = 900
  /** Presses a button, fills in the window that opens, and gives what left for anybody because of it. */
  const answers = async (user: string, kind: string, post: string, given: string[]): Promise<string> => {
    slack.fresh()
    await press(user, kind, post, pressed++)
    const opened = slack.fresh()
    const window = JSON.parse(new URLSearchParams(/^views\.open (.*)$/m.exec(opened)?.[1]).get('view') ?? '')
    const view = { ...window, id: `V${kind}`, hash: '1.1', state: stateOf(window, given) }
    await send({ type: 'view_submission', trigger_id: '901', user: { id: user }, view })
    return `${opened}\n${slack.fresh()}`
  }
  return { companion, press, answers, fresh: slack.fresh }
}

/** Everything that leaves for the channel, and what is shown to one of its people who presses every button. */
async function channelSees(place: Place, { posts }: Group) {
  const { companion, press, fresh } = await inSlack(place)
  let nth = 0
  return async (iso: string): Promise<string> => {
    await tick(place, iso)
    await companion.sendPrompts(() => true)
    for (const post of posts) {
      nth++
      await press('UM100', 'channel-answer', post, nth)
      await press('UM100', 'channel-join', post, nth)
    }
    return fresh()
  }
}

test('T26: what a channel sees is the same whoever joined or answered, and whatever they said', BUSY, async () => {
  const g = await group()
  const made = await worlds(g.place, 'without', ...DEEDS.map(([deed]) => deed))
  for (const [deed, act] of DEEDS) await act((made[deed] as Place).core, g)
  const sees = new Map<string, (iso: string) => Promise<string>>()
  for (const [name, place] of Object.entries(made)) sees.set(name, await channelSees(place, g))
  const all: string[] = []
  for (const time of ['2026-03-02T09:30:00Z', '2026-03-02T11:00:00Z', '2026-03-02T18:00:00Z', TICK, SECOND_TICK]) {
    const without = await sees.get('without')?.(time)
    for (const [deed] of DEEDS) expect(await sees.get(deed)?.(time), `${deed}, ${time}`).toBe(without)
    all.push(without ?? '')
  }
  const [hello, asked, quiet, picture, rest] = all
  // There was something to tell: the first question closed a batch, and the second never had enough.
  expect(hello).toContain('chat.postMessage')
  expect(asked?.match(/^chat\.postMessage/gm)).toHaveLength(2)
  expect(asked).toContain('views.open')
  expect(quiet).not.toMatch(/^(?:chat|files)\./m)
  expect(picture?.match(/^files\.completeUploadExternal/gm)).toHaveLength(1)
  expect(picture).toMatch(/^upload [\w+/=]{1000}/m)
  expect(rest).not.toMatch(/^(?:chat|files)\./m)
})

test('T26: everybody agrees, or all but one: the picture has the same bytes', BUSY, async () => {
  const g = await group()
  const { all, one } = await worlds(g.place, 'all', 'one')
  for (const [world, place] of [
    ['with', all],
    ['by', one],
  ] as const) {
    await joins(place.core, g.target, g.course)
    await answer(place.core, g.target as Actor, chooses(world))
  }
  const pictures: string[] = []
  for (const place of [all, one]) {
    const sees = await channelSees(place, g)
    await sees('2026-03-02T10:00:00Z')
    await sees('2026-03-02T11:00:00Z')
    pictures.push(/^upload .*$/m.exec(await sees(TICK))?.[0] ?? '')
  }
  expect(pictures[0]).not.toBe('')
  expect(pictures[1]).toBe(pictures[0])
})

test(
  'T26: somebody joins and answers in the channel itself, and nobody but them is sent anything for it',
  BUSY,
  async () => {
    const g = await group()
    const { core } = g.place
    const { companion, answers } = await inSlack(g.place)
    for (const time of ['2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z']) {
      await tick(g.place, time)
      await companion.sendPrompts(() => true)
    }
    const [doing = ''] = g.posts
    const sent = [
      await answers('Utarget', 'channel-join', doing, ['yes']),
      await answers('Utarget', 'channel-answer', doing, ['by']),
    ]
    // It was taken: they have joined, and what they chose is saved.
    const { answers: saved } = await core.myAnswers(g.target, {})
    expect(saved.map(({ value }) => value)).toEqual([{ place: 'by' }])
    expect((await core.joinedCohorts(g.target, {})).cohorts).toEqual([
      expect.objectContaining({ id: g.course.id, counted: true }),
    ])
    const requests = sent.join('\n').split('\n').filter(Boolean)
    const toTarget = /\busers?=Utarget\b/
    const toOthers = requests.filter(
      (request) => !/^(?:auth\.test|views\.open) /.test(request) && !toTarget.test(request),
    )
    expect(toOthers).toEqual([])
    const replies = requests.filter((request) => request.startsWith('chat.postEphemeral ') && toTarget.test(request))
    expect(replies.map((reply) => new URLSearchParams(reply.split(' ')[1]).get('text'))).toEqual([
      expect.stringContaining('You have joined'),
      expect.stringContaining('Thanks, saved'),
    ])
  },
)
