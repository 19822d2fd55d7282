import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Companion } from '#bot/index.ts'
import type { Actor } from '#core/actor.ts'
import { allRoutes } from '../../src/web/routes.ts'
import type { Site } from '../../src/web/site.ts'
import { companionSays, SAYINGS } from './companion.ts'
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
import { slackSays } from './slack.ts'
import { memberPaths, memberSees, strangerSees, trainerPathsOf, trainerSees } from './views.ts'

/** Five worlds, each asked for thirty addresses three times, and talked to. */
const BUSY = { timeout: 240_000 }

/** A course of six honest people, four whom the attacker owns, and a target who has a notebook. */
async function group() {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  const asked = { cohort: course.id, ask: 'How was the room?', options: ['Warm', 'Cold'], several: false }
  const own = (await place.core.askOwnQuestion(trainer, asked)).questions.at(-1)?.id as string
  const honest = await newMembers(place.core, course, names(6))
  const owned = await newMembers(place.core, course, names(4, 100))
  const target = await newPerson(place.core, 'target')
  for (const person of [...honest, ...owned]) await answer(place.core, person, chooses('with'))
  // Below five in every world, with or without the target.
  for (const person of owned.slice(0, 3)) await answer(place.core, person, rates(4))
  const attackerSees = async (place: Place) => {
    const members: string[] = []
    for (const member of owned) members.push(await memberSees(place, member, course))
    return [await trainerSees(place, trainer), await strangerSees(place, course), ...members].join('\n\n')
  }
  /** What the companion tells the trainer and one of the four, on the web and in Slack. */
  const attackerHears = async (place: Place) => {
    const more = [`join ${course.joinCode}`]
    const said: string[] = []
    for (const actor of [trainer, owned[0] as Actor]) {
      said.push(await companionSays(place, actor, more), await slackSays(place, actor, [...SAYINGS, ...more]))
    }
    return said.join('\n\n')
  }
  return { place, trainer, course, own, target, owned, attackerSees, attackerHears }
}

/** What the target does in one world and not in the other. */
const DEEDS: [string, (core: Place['core'], g: Awaited<ReturnType<typeof group>>) => Promise<unknown>][] = [
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
  ['answers without joining', (core, { target }) => answer(core, target, chooses('by'))],
  [
    'answers the trainer’s own question',
    async (core, { target, course, own }) => {
      await joins(core, target, course)
      await answer(core, target, { question: own, value: { choice: 'option-1' } })
    },
  ],
]

test(
  'T25: the target joins, answers, or neither: the trainer, and four members who help, see the same',
  BUSY,
  async () => {
    const g = await group()
    const others = await worlds(g.place, 'without', ...DEEDS.map(([deed]) => deed))
    const without = others.without as Place
    for (const [deed, act] of DEEDS) await act((others[deed] as Place).core, g)
    for (const time of ['2026-03-02T12:00:00Z', TICK, SECOND_TICK]) {
      await tick(without, time)
      const seen = await g.attackerSees(without)
      for (const [deed] of DEEDS) {
        await tick(others[deed] as Place, time)
        expect(await g.attackerSees(others[deed] as Place), deed).toBe(seen)
      }
    }
    expect(await g.attackerSees(without)).toContain('wd">most')
    const heard = await g.attackerHears(without)
    expect(heard).toContain('chat.postMessage')
    for (const [deed] of DEEDS) expect(await g.attackerHears(others[deed] as Place), deed).toBe(heard)
  },
)

const UNDOING: [string, (core: Place['core'], target: Actor, cohort: string) => Promise<unknown>][] = [
  ['leaves', (core, target, cohort) => core.leaveCohort(target, { cohort })],
  ['stops being counted', (core, target, cohort) => core.setCounted(target, { cohort, counted: false })],
  ['deletes everything', (core, target) => core.eraseMe(target, { sure: 'delete everything' })],
  ['proves who they are another way', (core) => newPerson(core, 'elsewhere')],
]

test(
  'T25: a target who was counted leaves, stops being counted or deletes everything: nobody can tell',
  BUSY,
  async () => {
    const g = await group()
    await joins(g.place.core, g.target, g.course)
    await answer(g.place.core, g.target, chooses('with'))
    await answer(g.place.core, g.target, rates(2))
    await tick(g.place, TICK)
    const others = await worlds(g.place, 'without', ...UNDOING.map(([deed]) => deed))
    const without = others.without as Place
    for (const [deed, act] of UNDOING) await act((others[deed] as Place).core, g.target, g.course.id)
    for (const time of ['2026-03-05T12:00:00Z', SECOND_TICK]) {
      await tick(without, time)
      const seen = await g.attackerSees(without)
      for (const [deed] of UNDOING) {
        await tick(others[deed] as Place, time)
        expect(await g.attackerSees(others[deed] as Place), deed).toBe(seen)
      }
    }
    const heard = await g.attackerHears(without)
    for (const [deed] of UNDOING) expect(await g.attackerHears(others[deed] as Place), deed).toBe(heard)
  },
)

test('T25: whether a time can be added doesn’t depend on whether anybody has answered', async () => {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  const [target] = await newMembers(place.core, course, ['target'])
  const { silent, answered } = await worlds(place, 'silent', 'answered')
  await answer(answered.core, target as Actor, chooses('with'))
  const trial = async ({ core }: Place) => {
    const replies: string[] = []
    // One after the other: of several at once, each reply holds what happened to be there.
    for (const time of ['2026-03-02T18:00:00Z', '2026-03-04T18:00:00Z', TICK])
      replies.push(
        await core.addTicks(trainer, { cohort: course.id, ticks: [time] }).then(
          (setUp) => JSON.stringify(setUp.nextTicks),
          (error: Error) => error.message,
        ),
      )
    return replies
  }
  expect(await trial(answered)).toEqual(await trial(silent))
})

/** Addresses to read that the views above don’t fetch, and why nothing of the target could be there. */
const NOT_LOOKED_AT: Record<string, string> = {
  '/notebook': 'one’s own answers, and nobody else’s: T21, and answers.test.ts',
  '/notebook/evidence': 'one’s own evidence, and nobody else’s: tests/attacks/evidence.test.ts',
  '/notebook/portfolio/[standard]': 'the same, for one standard',
  '/notebook/versions/[question]': 'one’s own versions of an answer',
  '/api/evidence': 'one’s own evidence as JSON',
  '/api/portfolio': 'the same, for one standard',
  '/api/organisation': 'leads to the organisation’s sign-in',
  '/api/organisation/back': 'comes back from there: tests/e2e/organisation.test.ts',
  '/slack/install': 'the same words for everybody',
  '/api/slack/install': 'leads to Slack',
  '/api/slack/install/back': 'comes back from there: tests/e2e/slack-install.test.ts',
  '/standards/search': 'a form; what it finds is in the standards alone',
  '/api/chat': 'one’s own conversation with the companion: conversation.test.ts',
  '/account': 'one’s own account',
  '/privacy-settings': 'one’s own choices: choices.test.ts in web/',
  '/api/choices': 'the same, as JSON',
  '/prompts': 'when one hears from the companion, by one’s own settings: prompts.test.ts in core/',
  '/api/prompts': 'the same, as JSON',
  '/link/[secret]': 'says what a link would do, to whoever has its secret: linking.test.ts in web/',
  '/prompts/stop': 'the same words for everybody',
  '/prompts/stop/:key': 'the same words for everybody, with the key that was sent: email-prompts.test.ts',
  '/calendar/:file': 'when prompts come, to whoever has its secret, from settings alone: calendar.test.ts in core/',
  '/deleted': 'the same words for everybody who has deleted everything',
  '/sign-in': 'a form; whom it knows it doesn’t say: sign-in.test.ts',
  '/companion': 'the page around the conversation, which is looked at over POST /api/chat and /api/ask',
  '/join': 'a form for a code',
  '/companion/unanswered': 'one’s own questions: p14-gaps.test.ts looks at them in pairs of worlds',
  '/api/gaps': 'the same as JSON',
  '/trainer/invitations/[secret]': 'says what a course is, to whoever has the secret: co-trainers.test.ts',
  '/api/invitations/:secret': 'the same as JSON',
  '/privacy': 'the same words for everybody, with the name of whoever runs the copy',
  '/complaints': 'the same',
  '/api/health': 'says that the server is up',
  '/robots.txt': 'the same for everybody, from the built pages',
  '/sitemap.xml': 'the same for everybody, from the built pages',
}

test('T25: whatever can be fetched is looked at here, or there is a reason', () => {
  const pages = JSON.parse(readFileSync('dist/routes.json', 'utf8')) as { pattern: string; prerendered: boolean }[]
  const routes = allRoutes({ slack: null } as Companion, { listed: [] as string[] } as Site)
  const patterns = [
    ...pages.filter((page) => !page.prerendered).map((page) => page.pattern),
    ...routes.filter(({ method }) => method === 'GET').map(({ path }) => path),
  ]
  const course = { id: 'ID', joinCode: 'CODE' }
  const fetched = [...trainerPathsOf([course]), ...memberPaths(course)]
  const looksAt = (pattern: string) =>
    fetched.some((path) => new RegExp(`^${pattern.replace(/:\w+|\[\w+\]/g, '[^/]+')}$`).test(path))
  expect(patterns.filter((pattern) => !looksAt(pattern)).sort()).toEqual(Object.keys(NOT_LOOKED_AT).sort())
})
