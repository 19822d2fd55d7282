import { expect, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
import type { Insights } from '#core/insights/cohort-insights.ts'
import {
  answer,
  chooses,
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newTrainer,
  newVisitor,
  openAt,
  rates,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tells,
  tick,
} from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const pictures = (insights: Insights, question = 'cd.doing-with') =>
  insights.questions.find((q) => q.id === question)?.pictures ?? []
const bands = (insights: Insights, question = 'cd.doing-with', n = 0) =>
  Object.fromEntries(
    (pictures(insights, question)[n]?.parts ?? []).flatMap((p) =>
      p.groups.flatMap((g) => g.cells.map((c) => [c.key, c.band])),
    ),
  )

forEachDatabase((_name, fresh) => {
  test('nothing shows before the tick; at it, five proven people become one batch of bands', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const members = await newMembers(core, course, names(5))
    for (const [i, member] of members.entries()) await answer(core, member, chooses(i < 3 ? 'with' : 'for'))
    expect(await tick(place, '2026-03-03T09:29:59.000Z')).toEqual({ cohorts: 0, batches: 0, failed: 0 })
    expect(pictures(await core.cohortInsights(trainer, { cohort: course.id }))).toEqual([])
    expect(await tick(place, '2026-03-03T09:41:12.345Z')).toEqual({ cohorts: 1, batches: 1, failed: 0 })
    const insights = await core.cohortInsights(trainer, { cohort: course.id })
    expect(bands(insights)).toEqual({
      to: 'few-or-none',
      for: 'some',
      with: 'some',
      by: 'few-or-none',
      varies: 'few-or-none',
    })
    expect(pictures(insights)[0]).toMatchObject({ closedAt: TICK, ask: core.content.question('cd.doing-with')?.ask })
    expect(insights.participation).toBe('5-9')
  })

  test('four people wait for ever, and those who wrote see that it stayed unseen', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const members = await newMembers(core, course, names(6))
    for (const member of members.slice(0, 4)) await answer(core, member, chooses('with'))
    const mine = async (i: number) =>
      (await core.cohortForLearner(members[i] as never, { cohort: course.id })).mine.find(
        (m) => m.question.id === 'cd.doing-with',
      )?.state
    expect([await mine(0), await mine(5)]).toEqual(['waiting', 'none'])
    for (const time of [TICK, SECOND_TICK, THIRD_TICK])
      expect(await tick(place, time)).toMatchObject({ cohorts: 1, batches: 0 })
    expect(pictures(await core.cohortInsights(trainer, { cohort: course.id }))).toEqual([])
    expect([await mine(0), await mine(5)]).toEqual(['unseen', 'none'])
  })

  test('where answers settle for some days, the picture of a night has those in it who answered a little later', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer, { ticks: [], nightly: true, settle: 4 })
    const members = await newMembers(core, course, names(7))
    for (const member of members.slice(0, 5)) await answer(core, member, chooses('with'))
    await tick(place, '2026-03-05T12:00:00.000Z')
    for (const member of members.slice(5)) await answer(core, member, chooses('for'))
    await tick(place, '2026-03-06T04:00:00.000Z')
    expect(pictures(await core.cohortInsights(trainer, { cohort: course.id }))).toEqual([])
    await tick(place, '2026-03-07T04:00:00.000Z')
    const insights = await core.cohortInsights(trainer, { cohort: course.id })
    // Five of seven, and two of seven: the two who came later are in it.
    expect(bands(insights)).toMatchObject({ with: 'most', for: 'some' })
    expect((await core.cohortForLearner(members[6] as never, { cohort: course.id })).mine).toContainEqual(
      expect.objectContaining({ state: 'shown' }),
    )
    expect(insights.setUp.settleDays).toBe(4)
  })

  test('a personal question takes eight people, and a cohort may ask for more than five', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer, { k: 6 })
    const members = await newMembers(core, course, names(8))
    for (const member of members.slice(0, 7))
      await answer(core, member, tells('A chair was kept for me.', 'asked-to-help'))
    for (const member of members.slice(0, 5)) await answer(core, member, chooses('with'))
    expect(await tick(place, TICK)).toMatchObject({ batches: 0 })
    await answer(core, members[7] as never, tells('Me too.', 'asked-to-help'))
    await answer(core, members[7] as never, chooses('with'))
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 2 })
    const insights = await core.cohortInsights(trainer, { cohort: course.id })
    expect(bands(insights, 'community.belong')).toMatchObject({ 'asked-to-help': 'most', 'listened-to': 'few-or-none' })
    expect(bands(insights)).toMatchObject({ with: 'most' })
    expect(JSON.stringify(insights)).not.toContain('chair')
  })

  test('private questions can’t be asked of a cohort, and are in none by way of their chapter', async () => {
    const { core } = await openAt(await fresh())
    const trainer = await newTrainer(core)
    await expect(newCourse(core, trainer, { questions: ['community.my-communities'] })).rejects.toMatchObject({
      kind: 'invalid',
    })
    const { questions } = await newCourse(core, trainer, { questions: [], chapters: ['community'] })
    const asked = questions.map((q) => core.content.question(q.id))
    expect(asked.length).toBeGreaterThan(2)
    expect(asked.some((q) => q?.sensitivity === 'S2' || q?.aggregate === 'none')).toBe(false)
  })

  test('who has proven nothing, who chose not to be counted and who took the answer back are not counted', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const members = await newMembers(core, course, names(7))
    for (const member of members) await answer(core, member, chooses('with'))
    await core.setCounted(members[0] as never, { cohort: course.id, counted: false })
    await core.leaveCohort(members[1] as never, { cohort: course.id })
    await core.saveAnswer(members[2] as never, { question: 'cd.doing-with', value: { place: null }, channel: 'web' })
    const nobody = await newVisitor(core)
    await joins(core, nobody, course)
    await answer(core, nobody, chooses('with'))
    expect(await tick(place, TICK)).toMatchObject({ batches: 0 })
    await core.setCounted(members[0] as never, { cohort: course.id, counted: true })
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 1 })
  })

  test('what is answered after the tick’s own time waits for the next, however late the tick runs', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const members = await newMembers(core, course, names(5))
    for (const member of members.slice(1)) await answer(core, member, chooses('with'))
    place.at('2026-03-03T10:00:00.000Z')
    await answer(core, members[0] as never, chooses('to'))
    expect(await tick(place, '2026-03-03T10:01:00.000Z')).toMatchObject({ batches: 0 })
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 1 })
  })

  test('an edit and late answers are a later batch; the first never changes; the same answer is not counted twice', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const members = await newMembers(core, course, names(9))
    for (const member of members.slice(0, 5)) await answer(core, member, rates(4, 'one reason'))
    await tick(place, TICK)
    const first = pictures(await core.cohortInsights(trainer, { cohort: course.id }), 'cd.my-role')
    for (const member of members.slice(0, 5)) await answer(core, member, rates(4, 'another reason'))
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 0 })
    await answer(core, members[0] as never, rates(2))
    for (const member of members.slice(5)) await answer(core, member, rates(2))
    expect(await tick(place, THIRD_TICK)).toMatchObject({ batches: 1 })
    const both = pictures(await core.cohortInsights(trainer, { cohort: course.id }), 'cd.my-role')
    expect(both.slice(0, 1)).toEqual(first)
    expect(bands(await core.cohortInsights(trainer, { cohort: course.id }), 'cd.my-role', 1)).toMatchObject({
      2: 'most',
      4: 'few-or-none',
    })
    const { mine } = await core.cohortForLearner(members[0] as never, { cohort: course.id })
    expect(mine.find((m) => m.question.id === 'cd.my-role')).toMatchObject({
      state: 'shown',
      shown: [
        { closedAt: TICK, lines: ['4 out of 5'] },
        { closedAt: THIRD_TICK, lines: ['2 out of 5'] },
      ],
    })
  })

  test('eight people’s ratings have a mean, to the nearest half', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    for (const [i, member] of (await newMembers(core, course, names(8))).entries())
      await answer(core, member, rates([4, 4, 4, 3, 3, 2, 2, 2][i] as number))
    await tick(place, TICK)
    const [picture] = pictures(await core.cohortInsights(trainer, { cohort: course.id }), 'cd.my-role')
    expect(picture?.parts.map((p) => p.mean)).toEqual([3])
  })

  test('a cohort without dates closes every night at three, UK time; nights that were missed are caught up once', async () => {
    const place = await openAt(await fresh(), '2026-03-28T12:00:00Z')
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer, { ticks: [], nightly: true })
    expect(course.nextTicks).toEqual(['2026-03-29T02:00:00.000Z'])
    for (const member of await newMembers(core, course, names(5))) await answer(core, member, chooses('by'))
    expect(await tick(place, '2026-03-29T01:59:00Z')).toMatchObject({ cohorts: 0 })
    expect(await tick(place, '2026-04-01T09:00:00Z')).toEqual({ cohorts: 1, batches: 1, failed: 0 })
    expect(await tick(place, '2026-04-01T23:00:00Z')).toEqual({ cohorts: 0, batches: 0, failed: 0 })
    const insights = await core.cohortInsights(trainer, { cohort: course.id })
    expect(pictures(insights).map((p) => p.closedAt)).toEqual(['2026-04-01T02:00:00.000Z'])
  })

  test('ten workers at once close a tick once', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    for (const member of await newMembers(core, course, names(5))) await answer(core, member, chooses('by'))
    place.at(TICK)
    const all = await Promise.all(Array.from({ length: 10 }, () => core.closeBatches(SYSTEM, {})))
    expect(all.reduce((sum, one) => sum + one.batches, 0)).toBe(1)
    expect(all.reduce((sum, one) => sum + one.failed, 0)).toBe(0)
    expect(pictures(await core.cohortInsights(trainer, { cohort: course.id }))).toHaveLength(1)
  })

  test('an answer counts in one cohort: the one joined first, and for good once it was counted', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const other = await newTrainer(core)
    const first = await newCourse(core, trainer)
    const second = await newCourse(core, other)
    const members = await newMembers(core, first, names(5))
    place.at('2026-03-02T09:05:00.000Z')
    for (const member of members) await joins(core, member, second)
    for (const member of members) await answer(core, member, chooses('with'))
    expect(await tick(place, TICK)).toEqual({ cohorts: 2, batches: 1, failed: 0 })
    for (const member of members) {
      await core.leaveCohort(member, { cohort: first.id })
      await answer(core, member, chooses('for'))
    }
    expect(await tick(place, SECOND_TICK)).toMatchObject({ cohorts: 2, batches: 0 })
    expect(pictures(await core.cohortInsights(other, { cohort: second.id }))).toEqual([])
    for (const member of members) await answer(core, member, rates(3))
    expect(await tick(place, THIRD_TICK)).toMatchObject({ batches: 1 })
    expect(pictures(await core.cohortInsights(other, { cohort: second.id }), 'cd.my-role')).toHaveLength(1)
  })

  test('people who erased themselves are in no later batch, and the ones they were in stay', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    const members = await newMembers(core, course, names(6))
    for (const member of members) await answer(core, member, chooses('with'))
    await tick(place, TICK)
    const before = await core.cohortInsights(trainer, { cohort: course.id })
    for (const member of members) await answer(core, member, rates(3))
    for (const member of members.slice(0, 2)) await core.eraseMe(member, { sure: 'delete everything' })
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 0, failed: 0 })
    place.at('2026-03-03T12:00:00.000Z')
    expect((await core.cohortInsights(trainer, { cohort: course.id })).questions).toEqual(before.questions)
  })

  test('only the system closes batches', async () => {
    const { core } = await openAt(await fresh())
    for (const actor of [await newTrainer(core), await newPerson(core, 'X'), { kind: 'visitor' } as const])
      await expect(core.closeBatches(actor, {})).rejects.toMatchObject({ kind: 'not-found' })
  })
})
