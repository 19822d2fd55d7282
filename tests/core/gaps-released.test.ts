import { expect, onTestFinished, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Db } from '#core/db/db.ts'
import { closeCohort } from '#core/release/close-cohort.ts'
import {
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newTrainer,
  newVisitor,
  openAt,
  type Place,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { openWorld } from '#tests/support/open-world.ts'
import { asks, BADGES, keptFor, MONEY, MONEY_HEADING } from '#tests/support/unanswered.ts'

const HEADING = 'CD-COLLAB, Performance criteria'

forEachDatabase((_name, fresh) => {
  /** A course that asks for eight people before anything shows. */
  const begin = async (more: Record<string, unknown> = {}) => {
    const place = await openAt(await fresh())
    const trainer = await newTrainer(place.core)
    return { place, core: place.core, trainer, course: await newCourse(place.core, trainer, { k: 8, ...more }) }
  }
  const releasedTo = async (core: Core, trainer: Actor, cohort: string) =>
    (await core.cohortInsights(trainer, { cohort })).gaps
  const receiptOf = async (core: Core, member: Actor, cohort: string) =>
    (await core.cohortForLearner(member, { cohort })).shownGaps
  const askAll = async ({ core }: Place, people: Actor[], question = MONEY) => {
    for (const [i, person] of people.entries()) await asks(core, person, question(`word${i}x`))
  }

  test('a heading is released at a tick, from k people on, with a band; those who asked have it in their receipt', async () => {
    const { place, core, trainer, course } = await begin()
    const members = await newMembers(core, course, names(9))
    await askAll(place, members.slice(0, 7))
    // Three questions of one person are one person's.
    for (const word of ['Quokka', 'Numbat']) await asks(core, members[0] as Actor, MONEY(word))
    await tick(place, TICK)
    expect(await releasedTo(core, trainer, course.id)).toEqual([])
    await asks(core, members[7] as Actor, MONEY('Wombat'))
    expect(await releasedTo(core, trainer, course.id)).toEqual([])
    await tick(place, SECOND_TICK)
    expect(await releasedTo(core, trainer, course.id)).toEqual([
      { closedAt: SECOND_TICK, ...MONEY_HEADING, askers: '5-19' },
    ])
    for (const member of members.slice(0, 8)) {
      expect(await receiptOf(core, member, course.id)).toEqual([{ closedAt: SECOND_TICK, under: HEADING }])
      for (const gap of (await core.myGaps(member, {})).gaps)
        expect(gap.counted).toEqual({ closedAt: SECOND_TICK, under: HEADING })
    }
    expect(await receiptOf(core, members[8] as Actor, course.id)).toEqual([])
  })

  test('five people are enough where the course asks for no more, and four are not', async () => {
    const { place, core, trainer, course } = await begin({ k: 5 })
    const members = await newMembers(core, course, names(5))
    await askAll(place, members.slice(0, 4))
    await tick(place, TICK)
    expect(await releasedTo(core, trainer, course.id)).toEqual([])
    await asks(core, members[4] as Actor, MONEY('Wombat'))
    await tick(place, SECOND_TICK)
    expect(await releasedTo(core, trainer, course.id)).toHaveLength(1)
  })

  test('what was counted is not counted again, and a heading that was shown stays when its askers forget or go', async () => {
    const { place, core, trainer, course } = await begin()
    const members = await newMembers(core, course, names(8))
    await askAll(place, members)
    await tick(place, TICK)
    const shown = await releasedTo(core, trainer, course.id)
    expect(shown).toHaveLength(1)
    await asks(core, members[0] as Actor, MONEY('Bilby'))
    await tick(place, SECOND_TICK)
    expect(await releasedTo(core, trainer, course.id)).toEqual(shown)
    for (const member of members.slice(1, 7)) {
      const [gap] = (await core.myGaps(member, {})).gaps
      await core.forgetGap(member, { gap: gap?.id ?? '' })
    }
    await core.eraseMe(members[7] as Actor, { sure: 'delete everything' })
    expect(await releasedTo(core, trainer, course.id)).toEqual(shown)
    // The question is gone; that its heading was shown is still true.
    expect(await receiptOf(core, members[1] as Actor, course.id)).toEqual([{ closedAt: TICK, under: HEADING }])
    // Eight people who ask anew are a second time.
    const [ninth] = await newMembers(core, course, ['ninth'])
    await askAll(place, [...members.slice(1, 7), ninth as Actor], (word) => MONEY(`re${word}`))
    await tick(place, THIRD_TICK)
    expect((await releasedTo(core, trainer, course.id)).map((gap) => gap.closedAt)).toEqual([TICK, THIRD_TICK])
  })

  test('only people who count make a heading, proven and willing; and a cohort may ask for more', async () => {
    const { place, core, trainer, course } = await begin()
    const strict = await newCourse(core, trainer, { name: 'Strict', k: 9 })
    const seven = await newMembers(core, course, names(7))
    const unproven = await newVisitor(core)
    await joins(core, unproven, course)
    const unwilling = await newPerson(core, 'unwilling')
    await joins(core, unwilling, course)
    await askAll(place, [...seven, unproven, unwilling])
    await core.setCounted(unwilling, { cohort: course.id, counted: false })
    const eight = await newMembers(core, strict, names(8, 50))
    await askAll(place, eight)
    await tick(place, TICK)
    expect(await releasedTo(core, trainer, course.id)).toEqual([])
    expect(await releasedTo(core, trainer, strict.id)).toEqual([])
    await askAll(place, await newMembers(core, strict, ['ninth']))
    await core.setCounted(unwilling, { cohort: course.id, counted: true })
    await tick(place, SECOND_TICK)
    expect(await releasedTo(core, trainer, course.id)).toHaveLength(1)
    expect(await releasedTo(core, trainer, strict.id)).toHaveLength(1)
    expect(await keptFor(core, unproven)).toHaveLength(1)
    expect(await receiptOf(core, unproven, course.id)).toEqual([])
  })

  test('a question counts in one cohort: the one joined first that goes on', async () => {
    const { place, core, trainer, course: first } = await begin({ ticks: [TICK] })
    const second = await newCourse(core, trainer, { name: 'Second', k: 8, ticks: [TICK, SECOND_TICK] })
    const people = await newMembers(core, first, names(7))
    place.at('2026-03-02T09:30:00.000Z')
    const eighth = await newPerson(core, 'eighth')
    await joins(core, eighth, second)
    for (const person of people) await joins(core, person, second)
    await askAll(place, [...people, eighth])
    await tick(place, TICK)
    expect(await releasedTo(core, trainer, first.id)).toEqual([])
    expect(await releasedTo(core, trainer, second.id)).toEqual([])
    // The first course is over: what stayed unseen in it counts in the second.
    await tick(place, SECOND_TICK)
    expect(await releasedTo(core, trainer, first.id)).toEqual([])
    expect(await releasedTo(core, trainer, second.id)).toHaveLength(1)
    expect(await receiptOf(core, people[0] as Actor, first.id)).toEqual([])
    expect(await receiptOf(core, people[0] as Actor, second.id)).toHaveLength(1)
  })

  test('each question stands under its own heading, the band widens at 20, and a late tick counts what was there', async () => {
    const { place, core, trainer, course } = await begin()
    const members = await newMembers(core, course, names(20))
    await askAll(place, members)
    for (const member of members.slice(0, 8)) await asks(core, member, BADGES)
    place.at('2026-03-03T09:30:00.001Z')
    const late = (await newMembers(core, course, ['late']))[0] as Actor
    await asks(core, late, MONEY('late'))
    await asks(core, members[9] as Actor, BADGES)
    await tick(place, '2026-03-04T12:00:00.000Z')
    const shown = await releasedTo(core, trainer, course.id)
    expect(shown.map(({ standard, askers, closedAt }) => [standard, askers, closedAt])).toEqual([
      ['CD-COLLAB', '20+', TICK],
      ['SC-NETWORKS', '5-19', TICK],
    ])
    expect(await receiptOf(core, late, course.id)).toEqual([])
    expect(await receiptOf(core, members[9] as Actor, course.id)).toEqual([{ closedAt: TICK, under: HEADING }])
  })

  test('two workers at one tick release a heading once, and a question deleted meanwhile is not counted', async () => {
    const { place, core, trainer, course } = await begin()
    const members = await newMembers(core, course, names(8))
    await askAll(place, members)
    place.at(TICK)
    const [gap] = (await core.myGaps(members[0] as Actor, {})).gaps
    await Promise.all([
      core.closeBatches(SYSTEM, {}),
      core.forgetGap(members[0] as Actor, { gap: gap?.id ?? '' }),
      core.closeBatches(SYSTEM, {}),
    ])
    const shown = await releasedTo(core, trainer, course.id)
    const receipts = await Promise.all(members.map((member) => receiptOf(core, member, course.id)))
    expect(receipts.map((r) => r.length)).toEqual(Array(8).fill(shown.length))
  })

  test('what is released, the marks and the receipts are one write, which fails if a question was deleted meanwhile', async () => {
    const { place, core, trainer, course } = await begin()
    const members = await newMembers(core, course, names(8))
    await askAll(place, members)
    const { config } = place
    const { close, ...world } = await openWorld(config, Date.parse(TICK))
    const { db, clock } = world
    onTestFinished(close)
    const units: string[][] = []
    let before = async () => {
      await core.forgetGap(members[0] as Actor, { gap: (await core.myGaps(members[0] as Actor, {})).gaps[0]?.id ?? '' })
    }
    const write: Db['write'] = async (unit) => {
      units.push([...new Set(unit.map(({ sql }) => /(?:into|update) "(\w+)"/.exec(sql)?.[1] ?? sql))])
      await before()
      before = async () => {}
      return db.write(unit)
    }
    await closeCohort({ ...world, db: { ...db, write } }, course.id, clock.now())
    expect(units).toEqual([['closing', 'learner', 'member', 'gap', 'gap_receipt', 'gap_batch'], ['closing']])
    expect(await releasedTo(core, trainer, course.id)).toEqual([])
    expect(await receiptOf(core, members[1] as Actor, course.id)).toEqual([])
  })
})
