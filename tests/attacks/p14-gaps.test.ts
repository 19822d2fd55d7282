import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import { asks, BADGES, MONEY, MONEY_HEADING } from '#tests/support/unanswered.ts'
import {
  idOf,
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newPlace,
  newTrainer,
  type Place,
  SECOND_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { browserOf, everythingOf, fetchAll } from './http.ts'
import { memberSees, strangerSees, trainerSees } from './views.ts'

const BUSY = { timeout: 180_000 }
const PUBLIC = { origin: 'http://standpoint.example' }
/** Another question near the same heading, and nearest to another clause of it. */
const NEIGHBOUR = (word: string) => `do I legally need a DBS check before I join a ${word} network`

/** Everything somebody can fetch of questions that the companion couldn't answer. */
const askerSees = async (place: Place, actor: Actor) =>
  fetchAll(await browserOf(place, actor), ['/companion/unanswered', '/api/gaps', '/companion'])

const shows = (text: string) =>
  text.includes(`${MONEY_HEADING.path}">CD-COLLAB, Performance criteria</a></dt><dd>5 to 19 people`)

test('P14: no word of a question is in anything that a trainer or another member can fetch', BUSY, async () => {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer, { k: 8 })
  const members = await newMembers(core, course, names(9))
  const [first, ...rest] = members as [Actor, ...Actor[]]
  for (const [i, member] of rest.entries()) {
    const client = await browserOf(place, member)
    const question = MONEY(`Quokka${i}y`)
    const said: [string, object | URLSearchParams][] = [
      ['/api/ask', { question }],
      ['/api/ask', new URLSearchParams({ question })],
      ['/api/chat', { text: question, operation: randomUUID() }],
      ['/api/chat', new URLSearchParams({ text: question })],
    ]
    const [path, body] = said[i % said.length] as (typeof said)[number]
    const reply = await client.post(path, body, PUBLIC)
    expect(reply.status).toBe(200)
    expect(await reply.text()).toContain('I don’t have that')
    expect(await askerSees(place, member)).toContain(`Quokka${i}y`)
  }
  await tick(place, TICK)
  const seen = await trainerSees(place, trainer)
  expect(shows(seen)).toBe(true)
  expect(JSON.parse(JSON.stringify((await core.cohortInsights(trainer, { cohort: course.id })).gaps))).toEqual([
    { closedAt: TICK, ...MONEY_HEADING, askers: '5-19' },
  ])
  const others = [seen, await askerSees(place, trainer), await memberSees(place, first, course)]
  others.push(await askerSees(place, first), await strangerSees(place, course))
  for (const text of others) expect(text).not.toMatch(/quokka|bank account|our group/i)
  expect(await memberSees(place, rest[0] as Actor, course)).toContain(
    'was counted on Tuesday 3 March 2026, 9:30 am, under the heading “CD-COLLAB, Performance criteria”',
  )
  // Somebody else's question can't be deleted, and there being one doesn't show.
  const { gaps } = await core.myGaps(rest[0] as Actor, {})
  const client = await browserOf(place, first)
  const forget = async (gap: string | undefined) => everythingOf(await client.post('/api/gaps/forget', { gap }, PUBLIC))
  expect(await forget(gaps[0]?.id)).toBe(await forget('A'.repeat(14)))
  const own = await browserOf(place, rest[0] as Actor)
  const form = new URLSearchParams({ gap: gaps[0]?.id ?? '' })
  const gone = await own.post('/api/gaps/forget', form, PUBLIC)
  expect([gone.status, gone.headers.get('location')]).toEqual([303, '/companion/unanswered'])
  expect(await askerSees(place, rest[0] as Actor)).not.toContain('Quokka')
})

/** A course in which so many honest people, and four whom the attacker owns, asked near one heading. */
async function group(honestPeople: number) {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer, { k: 8 })
  const honest = await newMembers(core, course, names(honestPeople))
  const owned = await newMembers(core, course, names(4, 100))
  const target = await newPerson(core, 'target')
  await joins(core, target, course)
  for (const [i, person] of [...honest, ...owned].entries()) await asks(core, person, MONEY(`word${i}x`))
  const attackerSees = async (place: Place) => {
    const seen = [await trainerSees(place, trainer), await strangerSees(place, course)]
    for (const member of owned) seen.push(await memberSees(place, member, course), await askerSees(place, member))
    // What the companion says to a helper who asks what the target may have asked.
    const client = await browserOf(place, owned[0] as Actor)
    for (const question of [MONEY('target'), BADGES])
      seen.push(await everythingOf(await client.post('/api/ask', { question }, PUBLIC)))
    // What a helper asks now has a random id of its own in each world.
    return seen.join('\n\n').replace(/("id":"|gap-|name="gap" value=")[\w-]{14}/g, '$1ID')
  }
  return { place, core, course, target, attackerSees }
}

type Deed = [string, (core: Place['core'], target: Actor) => Promise<unknown>]
const DEEDS: Deed[] = [
  ['asks the same', (core, target) => asks(core, target, MONEY('target'))],
  ['asks near another clause of that heading', (core, target) => asks(core, target, NEIGHBOUR('target'))],
  ['asks near another heading', (core, target) => asks(core, target, BADGES)],
  [
    'asks, and deletes it',
    async (core, target) => {
      await asks(core, target, MONEY('target'))
      const [gap] = (await core.myGaps(target, {})).gaps
      await core.forgetGap(target, { gap: gap?.id ?? '' })
    },
  ],
]

test.for([
  ['below the number, in every world', 2, false],
  ['above it, in every world', 8, true],
] as const)('P14, T25: whether the target asked can’t be told: %s', BUSY, async ([, honestPeople, shown]) => {
  const g = await group(honestPeople)
  const all = await worlds(g.place, 'silent', ...DEEDS.map(([deed]) => deed))
  const silent = all.silent as Place
  // With the target, the group below is still one short.
  for (const [deed, act] of DEEDS) await act((all[deed] as Place).core, g.target)
  for (const time of ['2026-03-02T12:00:00Z', TICK, SECOND_TICK]) {
    await tick(silent, time)
    const seen = await g.attackerSees(silent)
    expect(shows(seen)).toBe(shown && time !== '2026-03-02T12:00:00Z')
    for (const [deed] of DEEDS) {
      await tick(all[deed] as Place, time)
      expect(await g.attackerSees(all[deed] as Place), deed).toBe(seen)
    }
  }
})

test('P14: four helpers need four others who asked: with three nothing shows', BUSY, async () => {
  for (const [honestPeople, shown] of [
    [3, false],
    [4, true],
  ] as const) {
    const g = await group(honestPeople)
    await tick(g.place, TICK)
    expect(shows(await g.attackerSees(g.place))).toBe(shown)
  }
})

const UNDOING: [string, (core: Place['core'], target: Actor, cohort: string) => Promise<unknown>][] = [
  ['leaves', (core, target, cohort) => core.leaveCohort(target, { cohort })],
  ['stops being counted', (core, target, cohort) => core.setCounted(target, { cohort, counted: false })],
  ['deletes everything', (core, target) => core.eraseMe(target, { sure: 'delete everything' })],
  [
    'deletes the question',
    async (core, target) => core.forgetGap(target, { gap: (await core.myGaps(target, {})).gaps[0]?.id ?? '' }),
  ],
]

test('P14, T25: a target who was counted undoes it: nothing that was shown moves', BUSY, async () => {
  const g = await group(3)
  await asks(g.core, g.target, MONEY('target'))
  await tick(g.place, TICK)
  const all = await worlds(g.place, 'without', ...UNDOING.map(([deed]) => deed))
  for (const [deed, act] of UNDOING) await act((all[deed] as Place).core, g.target, g.course.id)
  for (const time of ['2026-03-05T12:00:00Z', SECOND_TICK]) {
    await tick(all.without as Place, time)
    const seen = await g.attackerSees(all.without as Place)
    expect(shows(seen)).toBe(true)
    for (const [deed] of UNDOING) {
      await tick(all[deed] as Place, time)
      expect(await g.attackerSees(all[deed] as Place), deed).toBe(seen)
    }
  }
})

/** Whether the files of an installation hold a text anywhere, deleted or not. */
const filesHold = ({ config }: Place, text: string) =>
  readdirSync(config.dataDir, { withFileTypes: true }).some(
    (file) => file.isFile() && readFileSync(join(config.dataDir, file.name), 'latin1').includes(text),
  )
const sealedOf = ({ config }: Place, actor: Actor): string => {
  const db = new DatabaseSync(join(config.dataDir, 'standpoint.db'), { readOnly: true })
  const row = db.prepare('select sealed from gap where learner_id = ?').get(idOf(actor))
  db.close()
  return (row as { sealed: string }).sealed
}

test(
  'P14, T22: after 90 days, an erasure or a deletion, no byte of a question is left in the files',
  BUSY,
  async () => {
    const place = await newPlace()
    const { core } = place
    const course = await newCourse(core, await newTrainer(core), { k: 8 })
    const [old, erased, forgotten, kept] = (await newMembers(core, course, names(4))) as [Actor, Actor, Actor, Actor]
    await asks(core, old, MONEY('Numbat'))
    place.at('2026-03-09T09:00:00.000Z')
    for (const person of [erased, forgotten, kept]) await asks(core, person, MONEY('Numbat'))
    const sealed = [old, erased, forgotten, kept].map((person) => sealedOf(place, person))
    const held = () => sealed.map((text) => filesHold(place, text))
    expect(filesHold(place, 'Numbat')).toBe(false)
    expect(held()).toEqual([true, true, true, true])
    await core.eraseMe(erased, { sure: 'delete everything' })
    expect(held()).toEqual([true, false, true, true])
    await core.forgetGap(forgotten, { gap: (await core.myGaps(forgotten, {})).gaps[0]?.id ?? '' })
    expect(held()).toEqual([true, false, false, true])
    place.at('2026-05-31T09:00:00.000Z')
    await core.closeBatches(SYSTEM, {})
    expect(held()).toEqual([false, false, false, true])
  },
)
