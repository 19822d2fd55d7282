import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import {
  answer,
  chooses,
  names,
  newCourse,
  newMembers,
  newPerson,
  newPlace,
  newTrainer,
  TICK,
  tells,
  tick,
  worlds,
} from './group.ts'
import { browserOf, everythingOf, fetchAll } from './http.ts'
import { memberSees, strangerSees, trainerSees } from './views.ts'

const BUSY = { timeout: 120_000 }
const HERE = { origin: 'http://standpoint.example' }
const BELONG = 'community.belong'
const CLAUSE = 'SC-NETWORKS:K14'
const OWN = [
  '/notebook',
  '/notebook/evidence',
  '/notebook/evidence?state=confirmed',
  '/notebook/portfolio/sc-networks',
  `/notebook/versions/${BELONG}`,
  '/standards/sc-networks/k14',
  '/api/evidence',
  '/api/portfolio?standard=SC-NETWORKS',
]

test('nobody reaches another’s evidence, notes, versions or notebook, whatever they ask or send', BUSY, async () => {
  const place = await newPlace()
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  const [target, member] = (await newMembers(core, course, names(2))) as [Actor, Actor]
  await answer(core, target, tells('Zanzibarberry jam.'))
  await answer(core, target, tells('Zanzibarberry jam, twice.'))
  await core.confirmEvidence(target, { question: BELONG, clause: CLAUSE })
  await core.noteForAssessor(target, { clause: CLAUSE, words: 'Zanzibarberry note.' })
  const mine = await browserOf(place, target)
  expect(await fetchAll(mine, OWN)).toMatch(/Zanzibarberry jam[\s\S]*Zanzibarberry note/)
  for (const actor of [VISITOR, member, trainer, await newPerson(core, 'stranger')]) {
    const client = await browserOf(place, actor)
    const seen = [await fetchAll(client, OWN)]
    for (const [path, body] of [
      ['/api/notebook/search', { words: 'zanzibarberry' }],
      ['/api/evidence/confirm', { question: BELONG, clause: CLAUSE }],
      ['/api/evidence/remove', { question: BELONG, clause: CLAUSE }],
      ['/api/evidence/note', { clause: CLAUSE, words: 'x', base: 0 }],
      [
        '/api/evidence/dismiss',
        { question: BELONG, clause: CLAUSE, learner: (target as { learnerId: string }).learnerId },
      ],
    ] as const)
      seen.push(await everythingOf(await client.post(path, body, HERE)))
    expect(seen.join('\n')).not.toMatch(/zanzibarberry (?:jam|note)/i)
  }
  expect(await core.evidenceForClause(target, { clause: CLAUSE })).toMatchObject({
    row: { state: 'confirmed', note: { words: 'Zanzibarberry note.' } },
  })
})

test(
  'whether somebody collects evidence changes nothing that a trainer, a member or a stranger can fetch',
  BUSY,
  async () => {
    const place = await newPlace()
    const trainer = await newTrainer(place.core)
    const course = await newCourse(place.core, trainer)
    const [target, ...rest] = (await newMembers(place.core, course, names(6))) as [Actor, ...Actor[]]
    for (const person of [target, ...rest]) await answer(place.core, person, chooses('with'))
    const { collects, doesnt } = await worlds(place, 'collects', 'doesnt')
    await collects.core.confirmEvidence(target, { question: 'cd.doing-with', clause: CLAUSE })
    await collects.core.dismissEvidence(target, { question: 'cd.doing-with', clause: 'SC-NETWORKS:K16' })
    await collects.core.noteForAssessor(target, { clause: CLAUSE, words: 'Seen.' })
    const seen: string[] = []
    for (const world of [collects, doesnt]) {
      await tick(world, TICK)
      seen.push(
        [
          await trainerSees(world, trainer),
          await memberSees(world, rest[0] as Actor, course),
          await strangerSees(world, course),
          JSON.stringify(await world.core.cohortInsights(trainer, { cohort: course.id })),
        ].join('\n'),
      )
    }
    expect(seen[0]).toContain('most')
    expect(seen[0]).toBe(seen[1])
  },
)

test('nothing of what is looked for, confirmed or noted is logged, also where it fails', BUSY, async () => {
  const place = await newPlace()
  const me = await newPerson(place.core, 'me')
  await answer(place.core, me, tells('Zanzibarberry.'))
  const client = await browserOf(place, me)
  for (const [path, body] of [
    ['/api/notebook/search', { words: 'zanzibarberry '.repeat(40) }],
    ['/api/evidence/note', { clause: 'zanzibarberry', words: 'zanzibarberry' }],
    ['/api/evidence/note', { clause: CLAUSE, words: 'zanzibarberry'.repeat(500) }],
    ['/api/evidence/confirm', { question: 'zanzibarberry', clause: randomUUID() }],
  ] as const)
    for (const sent of [body, new URLSearchParams(body)])
      expect((await client.post(path, sent, HERE)).status).toBeGreaterThanOrEqual(400)
  expect(place.logged.join('\n')).not.toMatch(/zanzibarberry/i)
})
