import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { Insights } from '#core/insights/cohort-insights.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import {
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
  type Place,
  rates,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { browserOf } from './http.ts'
import { trainerSees } from './views.ts'

const PUBLIC = { origin: 'http://standpoint.example' }
const BUSY = { timeout: 180_000 }

/** Nine people, in a batch that was released, with answers to another question that wait. */
async function released() {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  const members = await newMembers(place.core, course, names(9))
  for (const [i, member] of members.entries()) await answer(place.core, member, chooses(i < 6 ? 'with' : 'by'))
  await tick(place, TICK)
  for (const member of members.slice(0, 4)) await answer(place.core, member, rates(4))
  return { place, trainer, course, members }
}

const WAYS_OUT: [string, (client: BrowserClient, cohort: string) => Promise<Response>][] = [
  ['leaves', (client, cohort) => client.post(`/api/cohorts/${cohort}/leave`, {}, PUBLIC)],
  [
    'stops being counted',
    (client, cohort) => client.post(`/api/cohorts/${cohort}/counted`, { counted: false }, PUBLIC),
  ],
  ['erases everything', (client) => client.post('/api/erase', { sure: 'delete everything' }, PUBLIC)],
]

test(
  'T8: at the trainer’s request members go one by one, each in their own way: nothing that was released changes',
  BUSY,
  async () => {
    const { place, trainer, course, members } = await released()
    const { all, fewer } = await worlds(place, 'all', 'fewer')
    const same = async () => expect(await trainerSees(fewer, trainer)).toBe(await trainerSees(all, trainer))
    for (const [i, member] of members.slice(0, 6).entries()) {
      const [way, go] = WAYS_OUT[i % WAYS_OUT.length] as (typeof WAYS_OUT)[number]
      const response = await go(await browserOf(fewer, member), course.id)
      expect([way, response.status]).toEqual([way, 200])
      await same()
    }
    for (const time of [SECOND_TICK, THIRD_TICK]) {
      for (const world of [all, fewer]) await tick(world, time)
      await same()
    }
    expect(await trainerSees(fewer, trainer)).toContain('wd">most')
  },
)

/** What a trainer can do to a course that could change who is in it, as their browser sends it. */
const DEEDS: [string, string, object][] = [
  ['shuts the door', 'door', { open: false }],
  ['opens it', 'door', { open: true }],
  ['changes the code', 'code', {}],
  ['renames it', 'name', { name: 'Another name' }],
  ['adds a time', 'ticks', { ticks: ['2026-04-01T09:00:00Z'] }],
  ['asks a question of their own', 'questions', { ask: 'How was it?', options: ['Good', 'Bad'], several: false }],
  ['invites somebody', 'invitation', {}],
  ['ends it', 'archive', { sure: true }],
]

const picturesIn = async (client: BrowserClient, cohort: string): Promise<string> => {
  const { questions, participation } = (await (await client.get(`/api/cohorts/${cohort}/insights`)).json()) as Insights
  return JSON.stringify([participation, questions.flatMap((q) => q.pictures)])
}

test(
  'T8: whatever the trainer does to the course, released pictures stay, and the target’s answer doesn’t show',
  BUSY,
  async () => {
    const { place, trainer, course } = await released()
    const target = await newPerson(place.core, 'target')
    await joins(place.core, target, course)
    const { absent, low, high } = await worlds(place, 'absent', 'low', 'high')
    await answer(low.core, target, chooses('to'))
    await answer(high.core, target, chooses('with'))
    const all = [absent, low, high]
    const clients = await Promise.all(all.map((world) => browserOf(world, trainer)))
    // Codes are drawn by lot in each world.
    const codeOf = async (world: Place) => (await world.core.myCohorts(trainer, {})).cohorts[0]?.joinCode as string
    const seenIn = async (world: Place) => {
      const code = await codeOf(world)
      return (await trainerSees(world, trainer))
        .replaceAll(code, 'CODE')
        .replaceAll(code.replaceAll('-', ' '), 'CODE')
        .replaceAll(/own\.[0-9a-f]{20}/g, 'OWN')
        .replace(/^content-length: .*$/gm, '')
    }
    const pictures = await picturesIn(clients[0] as BrowserClient, course.id)
    for (const [deed, path, sent] of DEEDS) {
      for (const client of clients) {
        const response = await client.post(`/api/cohorts/${course.id}/${path}`, sent, PUBLIC)
        expect([deed, response.status < 300]).toEqual([deed, true])
        expect(await picturesIn(client, course.id), deed).toBe(pictures)
      }
      const seen = await seenIn(absent)
      expect(await seenIn(low), deed).toBe(seen)
      expect(await seenIn(high), deed).toBe(seen)
    }
    for (const time of [SECOND_TICK, '2026-04-02T09:00:00Z']) {
      for (const world of all) await tick(world, time)
      const seen = await seenIn(absent)
      for (const [i, world] of all.entries()) {
        expect(await seenIn(world)).toBe(seen)
        expect(await picturesIn(clients[i] as BrowserClient, course.id)).toBe(pictures)
      }
    }
  },
)

test(
  'T8: somebody becomes a trainer too: whether they were a member, or had answered, shows to nobody',
  BUSY,
  async () => {
    const { place, trainer, course, members } = await released()
    const second = await newPerson(place.core, 'second')
    const asTrainer: Actor = { kind: 'trainer', learnerId: idOf(second) }
    const { stranger, member, answered } = await worlds(place, 'stranger', 'member', 'answered')
    for (const world of [member, answered]) await joins(world.core, second, course)
    await answer(answered.core, second, rates(1))
    const all = [stranger, member, answered]
    for (const world of all) {
      const invited = await (await browserOf(world, trainer)).post(`/api/cohorts/${course.id}/invitation`, {}, PUBLIC)
      const { secret } = (await invited.json()) as { secret: string }
      const client = await browserOf(world, asTrainer)
      // Nobody but the person themselves can say yes, and nobody else’s name can be put there.
      for (const other of [trainer, members[0] as Actor]) {
        const refused = await (await browserOf(world, other)).post(
          `/api/invitations/${secret}`,
          { name: 'Mx Second', learner: idOf(second) },
          PUBLIC,
        )
        expect([404, 422]).toContain(refused.status)
      }
      const accepted = await client.post(`/api/invitations/${secret}`, { name: 'Mx Second' }, PUBLIC)
      expect(accepted.status).toBe(200)
    }
    const same = async () => {
      for (const who of [trainer, asTrainer]) {
        const seen = await trainerSees(stranger, who)
        expect(seen).toContain('Mx Second')
        for (const world of [member, answered]) expect(await trainerSees(world, who)).toBe(seen)
      }
    }
    await same()
    // Four others wait: with the new trainer's answer there would be a fifth.
    for (const time of [SECOND_TICK, THIRD_TICK]) {
      for (const world of all) await tick(world, time)
      await same()
    }
  },
)
