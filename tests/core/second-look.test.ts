import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { connect } from '#core/db/connect.ts'
import { joinLearners } from '#core/learners/join-learners.ts'
import {
  answer,
  idOf,
  names,
  newCourse,
  newMembers,
  newPerson,
  newTrainer,
  newVisitor,
  openAt,
  SECOND_TICK,
  START,
  TICK,
  tick,
} from '#tests/attacks/group.ts'
import { type Fresh, forEachDatabase } from '#tests/support/databases.ts'
import { contentWith, looksAgain, rated, rating, secondLook } from '#tests/support/second-look.ts'

/** A course that is asked for a second look, with members who rated before, or didn't. */
async function group(fresh: Fresh, before: (number | string | null)[]) {
  const place = await openAt(await fresh(), START, contentWith(rating, secondLook))
  const { core } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer, { questions: [secondLook.id] })
  const members = await newMembers(core, course, names(before.length))
  for (const [i, member] of members.entries())
    if (before[i] !== null) await answer(core, member, rated(before[i] ?? ''))
  const look = (point: number | string, ...who: number[]) =>
    Promise.all(who.map((i) => answer(core, members[i] as Actor, looksAgain(point))))
  const released = async () => (await core.cohortInsights(trainer, { cohort: course.id })).questions
  const bands = async (n = 0) =>
    Object.fromEntries(
      ((await released())[0]?.pictures[n]?.parts ?? []).flatMap((part) =>
        part.groups.flatMap((g) => g.cells.map((c) => [c.label, c.band])),
      ),
    )
  const mine = async (i: number) =>
    (await core.cohortForLearner(members[i] as Actor, { cohort: course.id })).mine.find(
      (m) => m.question.id === secondLook.id,
    )
  return { place, core, members, look, released, bands, mine }
}

forEachDatabase((_name, fresh) => {
  test('what is shown is whether ratings moved up, stayed or moved down, and no mean', async () => {
    const { place, look, released, bands } = await group(fresh, [2, 2, 1, 3, 4, 4, 5, 5, 5])
    await look(5, 0, 1, 2, 3, 4, 5)
    await look(5, 6)
    await look(4, 7, 8)
    expect(await tick(place, TICK)).toMatchObject({ batches: 1 })
    expect(await bands()).toEqual({ 'Moved up': 'most', 'Stayed the same': 'few-or-none', 'Moved down': 'few-or-none' })
    const [question] = await released()
    expect(question?.pictures[0]?.parts).toMatchObject([{ name: 'inclusive', mean: null, groups: [{ label: '' }] }])
    expect(question?.pictures[0]?.parts).toHaveLength(1)
  })

  test('where the ratings themselves lie can’t be told from what is shown', async () => {
    const shown = async (before: number, now: number) => {
      const { place, look, released } = await group(fresh, [2, 2, 2, 3, before])
      await look(3, 0, 1, 2, 3)
      await look(now, 4)
      await tick(place, TICK)
      return (await released()).map((q) => q.pictures)
    }
    const first = await shown(1, 5)
    expect(first.flat()).toHaveLength(1)
    expect(await shown(3, 4)).toEqual(first)
  })

  test('an edit of the earlier rating changes nothing that was compared, before closing and after it', async () => {
    const { place, core, members, look, released, mine, bands } = await group(fresh, [2, 2, 2, 2, 2])
    await look(4, 0, 1, 2, 3, 4)
    await answer(core, members[0] as Actor, rated(5))
    await tick(place, TICK)
    expect(await bands()).toMatchObject({ 'Moved up': 'most', 'Moved down': 'few-or-none' })
    const before = await released()
    for (const member of members) {
      await answer(core, member, rated(5))
      // The same point, with a reason now: still the same comparison.
      await answer(core, member, looksAgain(4, 'I see more now.'))
    }
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 0 })
    expect(await released()).toEqual(before)
    expect(await mine(0)).toMatchObject({ state: 'shown', shown: [{ lines: ['Moved up'] }] })
  })

  test('another point is compared anew, and waits as an edit does', async () => {
    const { place, look, bands, mine } = await group(fresh, [3, 3, 3, 3, 3])
    await look(4, 0, 1, 2, 3, 4)
    await tick(place, TICK)
    await look(5, 0)
    expect(await mine(0)).toMatchObject({ state: 'shown' })
    await look(1, 0, 1, 2, 3, 4)
    expect(await mine(0)).toMatchObject({ state: 'changed' })
    await tick(place, SECOND_TICK)
    expect(await bands(1)).toEqual({
      'Moved up': 'few-or-none',
      'Stayed the same': 'few-or-none',
      'Moved down': 'most',
    })
  })

  test('with nothing to compare it with nothing is counted, until the earlier rating is given and it is saved again', async () => {
    const { place, core, members, look, bands, mine } = await group(fresh, [null, null, 'not-sure', null, null])
    const saved = await look(4, 0, 1, 2, 3, 4)
    expect(saved.map((a) => a.moves)).toEqual([{}, {}, {}, {}, {}])
    await tick(place, TICK)
    expect(Object.values(await bands())).toEqual(['few-or-none', 'few-or-none', 'few-or-none'])
    expect(await mine(0)).toMatchObject({ shown: [{ lines: [] }] })
    for (const member of members) await answer(core, member, rated(2))
    const again = await look(4, 0, 1, 2, 3, 4)
    expect(again[0]).toMatchObject({ revision: 2, moves: { inclusive: 'up' } })
    await tick(place, SECOND_TICK)
    expect(await bands(1)).toMatchObject({ 'Moved up': 'most' })
  })

  test('nobody can send a move of their own making, and none is in what an answer gives back to send', async () => {
    const { core, members } = await group(fresh, [2])
    const [member] = members as [Actor]
    const forged = { inclusive: 5, 'inclusive.moved': 'down' }
    await expect(
      core.saveAnswer(member, { question: secondLook.id, value: forged, channel: 'web' }),
    ).rejects.toMatchObject({ kind: 'invalid' })
    const saved = await answer(core, member, looksAgain(5))
    expect(saved.value).toEqual({ inclusive: 5, why: '' })
    const [found] = (await core.myAnswers(member, { questions: [secondLook.id] })).answers
    expect(found).toMatchObject({
      value: { inclusive: 5, why: '' },
      moves: { inclusive: 'up' },
      lines: ['5 out of 5: strong and steady'],
    })
    await expect(
      core.saveAnswer(member, { question: secondLook.id, value: found?.value ?? {}, channel: 'web' }),
    ).resolves.toMatchObject({ revision: 1 })
  })

  test('two notebooks that are joined are compared as one, and what was compared before stays', async () => {
    const config = await fresh()
    const { core } = await openAt(config, START, contentWith(rating, secondLook))
    const db = await connect(config)
    try {
      const [first, second] = [await newPerson(core, 'A'), await newVisitor(core)]
      await answer(core, first, rated(2))
      expect((await answer(core, second, looksAgain(4))).moves).toEqual({})
      expect((await db.write(joinLearners(db, idOf(second), idOf(first)))).committed).toBe(true)
      expect((await answer(core, first, looksAgain(4))).moves).toEqual({ inclusive: 'up' })
      await answer(core, first, rated(5))
      expect((await core.myAnswers(first, { questions: [secondLook.id] })).answers[0]?.moves).toEqual({
        inclusive: 'up',
      })
    } finally {
      await db.close()
    }
  })

  test('who erased everything is in no comparison', async () => {
    const { place, core, members, look, released } = await group(fresh, [2, 2, 2, 2, 2])
    await look(4, 0, 1, 2, 3, 4)
    await core.eraseMe(members[0] as Actor, { sure: 'delete everything' })
    expect(await tick(place, TICK)).toMatchObject({ batches: 0, failed: 0 })
    expect((await released()).flatMap((q) => q.pictures)).toEqual([])
  })
})
