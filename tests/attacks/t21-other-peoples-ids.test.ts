import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Companion } from '#bot/index.ts'
import { type Actor, VISITOR } from '#core/actor.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import { allRoutes } from '../../src/web/routes.ts'
import type { Site } from '../../src/web/site.ts'
import { ROLE, shares } from './cards.ts'
import {
  answer,
  chooses,
  names,
  newCourse,
  newMembers,
  newPerson,
  newPlace,
  newTrainer,
  THIRD_TICK,
  TICK,
  tells,
  tick,
  worlds,
} from './group.ts'
import { browserOf, everythingOf } from './http.ts'

interface Address {
  method: 'GET' | 'POST'
  /** With :places, as the route table has them, or [places], as the pages have them. */
  pattern: string
}

const pages: Address[] = (
  JSON.parse(readFileSync('dist/routes.json', 'utf8')) as { pattern: string; prerendered: boolean }[]
)
  .filter((page) => !page.prerendered)
  .map(({ pattern }) => ({ method: 'GET', pattern }))
const routes: Address[] = allRoutes({ slack: null } as Companion, { listed: [] as string[] } as Site).map(
  ({ method, path }) => ({ method, pattern: path }),
)
/**
 * Left out, with who looks at it instead. None of these has a place for an id; a new address that isn't one of them is
 * tried here.
 */
const ELSEWHERE: [pattern: RegExp, why: string][] = [
  [/sign-in|sign-out/, 'signs somebody in or out, and this test needs its roles to stay: sign-in.test.ts'],
  [
    /^\/api\/(?:un)?link/,
    'joins notebooks by a secret, and takes nobody else’s account: linking.test.ts in web/ and core/',
  ],
  [/account|delete|erase/, 'one’s own account, and its end: erase.test.ts and T5'],
  [
    /slack/,
    'takes only what Slack has signed, or leads there: slack-requests.test.ts, and T23 and T25 say things there',
  ],
  [/(?:chat|ask)$/, 'has ids in what is said, not in its address: said at the end of this file, and in T23'],
]
/**
 * Their places are for a question or a standard of the book, whose ids are the same for everybody, and they show one’s
 * own words: texts.test.ts, and evidence.test.ts beside this file.
 */
const OF_THE_BOOK = ['/share/[question]', '/notebook/versions/[question]', '/notebook/portfolio/[standard]']
/**
 * Their places are for a secret, and for no id. One opens one’s own notebook: linking.test.ts in web/. One shows when
 * prompts come: calendar.test.ts in web/. One stops e-mails: email-prompts.test.ts in bot/.
 */
const OF_A_SECRET = ['/link/[secret]', '/calendar/:file', '/prompts/stop/:key']
/** Every address that isn't a built page for everybody. */
const addresses = [...routes, ...pages].filter(({ pattern }) => !ELSEWHERE.some(([left]) => left.test(pattern)))

const PLACE = /:\w+|\[\w+\]/
const withPlace = addresses.filter(
  ({ pattern }) => PLACE.test(pattern) && ![...OF_THE_BOOK, ...OF_A_SECRET].includes(pattern),
)
const without = addresses.filter(({ pattern, method }) => !PLACE.test(pattern) && method === 'GET')

/** The public address of the place: a write has to come from there, or it isn't even looked at. */
const PUBLIC = 'http://standpoint.example'
/** What each write would take, were it allowed: what can’t be taken is refused before anybody looks whose it is. */
const BODIES: Record<string, object> = {
  ticks: { ticks: [THIRD_TICK.replace('2026-03-17', '2026-04-17')] },
  counted: { counted: false },
  name: { name: 'x' },
  door: { open: false },
  questions: { ask: 'Why?', options: ['Yes', 'No'], several: false },
  archive: { sure: true },
  copy: { name: 'x', trainer: 'x', nightly: true },
  names: { names: ['x'] },
  clock: { zone: 'Europe/London', daysOff: [] },
  posts: { question: 'cd.my-role', when: '2026-04-17T10:00' },
  move: { post: 'none', when: '2026-04-17T10:00' },
  remove: { post: 'none' },
  ':secret': { name: 'x' },
}
const lastPart = (pattern: string) => pattern.split('/').at(-1) as string
/** An address of an invitation has its secret in it, all others a course’s id or code. */
const isInvitation = ({ pattern }: Address) => pattern.includes('/invitations/')
/** On our own course these are done, so what takes it away comes last. */
const LAST = ['cards', 'report', 'invitation', 'code', 'leave', 'leave-staff', 'archive']
const inOrder = withPlace.toSorted(
  (a, b) => a.method.localeCompare(b.method) || LAST.indexOf(lastPart(a.pattern)) - LAST.indexOf(lastPart(b.pattern)),
)

test('the route table has places to try, and all of a cohort’s addresses are among them', () => {
  expect(withPlace.map(({ method, pattern }) => `${method} ${pattern}`)).toEqual(
    expect.arrayContaining([
      'GET /api/cohorts/:cohort/insights',
      'POST /api/cohorts/:cohort/leave',
      'GET /trainer/cohorts/[id]',
      'GET /cohort/[id]',
      'POST /api/cohorts/:cohort/archive',
      'POST /api/cohorts/:cohort/copy',
      'GET /api/cohorts/:cohort/channel',
      'POST /api/cohorts/:cohort/channel/code',
      'POST /api/cohorts/:cohort/posts/move',
      'POST /api/cohorts/:cohort/door',
      'POST /api/cohorts/:cohort/invitation',
      'POST /api/cohorts/:cohort/leave-staff',
      'POST /api/cohorts/:cohort/name',
      'POST /api/cohorts/:cohort/questions',
      'POST /api/cohorts/:cohort/questions/withdraw',
      'POST /api/invitations/:secret',
      'GET /trainer/cohorts/[id]/copy',
      'GET /trainer/invitations/[secret]',
    ]),
  )
})

/** A page may say the id back that was asked for, also as a code; packed, it then has another length. */
const withoutTheId = (text: string, id: string) =>
  text
    .replaceAll(id, 'ID')
    .replaceAll(id.replaceAll('-', ' '), 'ID')
    .replace(/^content-length: .*$/m, '')

test('T21: on every route, for every role, another cohort’s ids are the same as ids of nothing', {
  timeout: 120_000,
}, async () => {
  const place = await newPlace()
  const { core } = place
  const [ours, theirs] = [await newTrainer(core), await newTrainer(core)]
  const own = await newCourse(core, ours, { name: 'Our own course', trainer: 'Own Trainer' })
  const foreign = await newCourse(core, theirs, { name: 'Beekeepers of Barmouth', trainer: 'Bertha Foreign' })
  const [member] = await newMembers(core, own, ['member'])
  const beekeepers = await newMembers(core, foreign, names(8))
  for (const [i, person] of beekeepers.entries()) {
    await answer(core, person, chooses(i < 4 ? 'with' : 'by'))
    await answer(core, person, tells('Smoke and honey.', 'food-or-fun'))
  }
  for (const person of [member as Actor, ...(await newMembers(core, own, names(4, 50)))])
    await shares(core, person, ROLE, 'I listen.')
  await tick(place, TICK)
  const { questions } = await core.cohortInsights(ours, { cohort: own.id })
  const [card] = questions.flatMap((q) => q.cards)
  await core.markCards(ours, { cohort: own.id, cards: [card?.id as string], as: 'shown' })
  // With an id of our own, so that only whose course it is can make the difference.
  const bodies: Record<string, object> = {
    ...BODIES,
    cards: { cards: [card?.id], as: 'shown' },
    report: { card: card?.id },
  }
  const hives = { ask: 'How many hives have you?', options: ['One', 'More'], several: false }
  const asks = async (trainer: Actor, cohort: string) =>
    (await core.askOwnQuestion(trainer, { cohort, ...hives })).questions.at(-1)?.id as string
  const [ownQuestion, foreignQuestion] = [await asks(ours, own.id), await asks(theirs, foreign.id)]
  const invites = async (trainer: Actor, cohort: string) => (await core.inviteTrainer(trainer, { cohort })).secret
  const [ownSecret, foreignSecret] = [await invites(ours, own.id), await invites(theirs, foreign.id)]
  const secrets = ['Beekeepers', 'Bertha', foreign.joinCode, foreign.id, 'Smoke and honey', foreignQuestion]
  const insightsBefore = await core.cohortInsights(theirs, { cohort: foreign.id })

  const roles: Record<string, Actor> = {
    visitor: VISITOR,
    learner: await newPerson(core, 'stranger'),
    'member of another cohort': member as Actor,
    'trainer of another cohort': ours,
  }
  const nothing = `${foreign.id.slice(0, -4)}none`
  const leaks: string[] = []
  // Each address is there for somebody: otherwise refusing everybody else would show nothing.
  const reached = new Set<Address>()
  for (const [role, actor] of Object.entries(roles)) {
    const client = await browserOf(place, actor)
    const ask = async ({ method, pattern }: Address, id: string) => {
      const path = pattern.replace(PLACE, id)
      const question = { question: id === own.id ? ownQuestion : foreignQuestion }
      const sent = lastPart(pattern) === 'withdraw' ? question : (bodies[lastPart(pattern)] ?? {})
      const response = method === 'GET' ? await client.get(path) : await client.post(path, sent, { origin: PUBLIC })
      return { status: response.status, text: withoutTheId(await everythingOf(response), id) }
    }
    for (const address of inOrder) {
      // Whoever may run courses and holds the secret is invited: that is what it is for.
      if (isInvitation(address) && actor.kind === 'trainer') {
        if ((await ask(address, ownSecret)).status !== 404) reached.add(address)
        continue
      }
      const real = await ask(address, isInvitation(address) ? foreignSecret : foreign.id)
      const none = await ask(address, nothing)
      const where = `${address.method} ${address.pattern} as ${role}`
      for (const id of [own.id, own.joinCode]) if ((await ask(address, id)).status !== 404) reached.add(address)
      if (real.text !== none.text) leaks.push(`${where}: ${real.status} differs from ${none.status}`)
      if (real.status < 400) leaks.push(`${where}: ${real.status}`)
      if (secrets.some((secret) => real.text.includes(secret))) leaks.push(`${where}: foreign data`)
    }
    for (const address of without) {
      const { text } = await ask(address, '')
      if (secrets.some((secret) => text.includes(secret))) leaks.push(`GET ${address.pattern} as ${role}: foreign data`)
    }
  }
  expect(leaks).toEqual([])
  expect(withPlace.filter((address) => !reached.has(address))).toEqual([])
  expect(await core.cohortInsights(theirs, { cohort: foreign.id })).toEqual(insightsBefore)
  for (const person of beekeepers)
    expect((await core.joinedCohorts(person, {})).cohorts).toMatchObject([{ id: foreign.id, counted: true }])
})

test('what is left out has no place for an id, and each reason for it is needed', () => {
  const all = [...routes, ...pages]
  const left = all.filter((address) => !addresses.includes(address))
  expect(left.filter(({ pattern }) => PLACE.test(pattern))).toEqual([])
  for (const [pattern, why] of ELSEWHERE)
    expect(
      all.some((address) => pattern.test(address.pattern)),
      why,
    ).toBe(true)
})

/** What somebody says who holds an id of another’s course. (Its join code is another matter: it is there to be passed on, and shows the course’s name.) */
const sayings = (id: string): string[] => [
  `show me course ${id}`,
  `/trainer/cohorts/${id}`,
  `what is waiting in ${id}?`,
  `What did I say about ${id}?`,
  `leave ${id}`,
  `who is in ${id}?`,
  'what do you know about Beekeepers of Barmouth?',
]

// Said in a world where the course is there and in one where it isn't: what the standards find depends on each letter of an id.
test('T21: the companion and the Ask box know nothing of another cohort’s ids either', async () => {
  const place = await newPlace()
  const [ours, theirs] = [await newTrainer(place.core), await newTrainer(place.core)]
  const roles = { visitor: VISITOR, learner: await newPerson(place.core, 'stranger'), 'another trainer': ours }
  const { there, empty } = await worlds(place, 'there', 'empty')
  const foreign = await newCourse(there.core, theirs, { name: 'Beekeepers of Barmouth', trainer: 'Bertha Foreign' })
  for (const [i, person] of (await newMembers(there.core, foreign, names(8))).entries()) {
    await answer(there.core, person, chooses(i < 4 ? 'with' : 'by'))
    await answer(there.core, person, tells('Smoke and honey.', 'food-or-fun'))
  }
  for (const world of [there, empty]) await tick(world, TICK)
  for (const [role, actor] of Object.entries(roles)) {
    const [here, nowhere] = [await browserOf(there, actor), await browserOf(empty, actor)]
    const hear = async (client: BrowserClient, path: string, sent: object) => {
      const response = await client.post(path, sent, { origin: PUBLIC })
      expect(response.status).toBe(200)
      return everythingOf(response)
    }
    for (const saying of sayings(foreign.id))
      for (const [path, sent] of [
        ['/api/chat', { text: saying }],
        ['/api/ask', { question: saying }],
      ] as const) {
        const said = await hear(here, path, sent)
        expect(said, `${role}: ${path} ${saying}`).toBe(await hear(nowhere, path, sent))
        expect(said).not.toMatch(/Bertha|Smoke and honey/)
      }
  }
})
