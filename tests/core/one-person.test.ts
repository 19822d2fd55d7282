import { expect, onTestFinished, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { connect } from '#core/db/connect.ts'
import { type Db, statement } from '#core/db/db.ts'
import { closeCohort } from '#core/release/close-cohort.ts'
import {
  answer,
  chooses,
  idOf,
  joins,
  names,
  newCourse,
  newMembers,
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

/** Lets somebody have proven an address that reaches this mailbox, or be joined to another notebook. */
async function changes(place: Place) {
  const db = await connect(place.config)
  onTestFinished(() => db.close())
  const write = (query: Parameters<typeof statement>[0]) => db.write([statement(query, 1)])
  return {
    proves: (who: Actor, subject: string, mailbox: string) =>
      write(
        db.draft
          .insertInto('identity')
          .values({ kind: 'email', subject, learner_id: idOf(who), verified_at: 1, mailbox }),
      ),
    becomes: (who: Actor, other: Actor) =>
      write(
        db.draft
          .updateTable('learner')
          .set({ root_id: idOf(other) })
          .where('id', '=', idOf(who)),
      ),
  }
}

forEachDatabase((_name, fresh) => {
  test('going back to a choice that was counted before does not count it again', async () => {
    const place = await openAt(await fresh())
    const course = await newCourse(place.core, await newTrainer(place.core))
    const members = await newMembers(place.core, course, names(5))
    const batches = []
    for (const [time, choice] of [
      [TICK, 'with'],
      [SECOND_TICK, 'for'],
      [THIRD_TICK, 'with'],
    ] as const) {
      for (const member of members) await answer(place.core, member, chooses(choice))
      batches.push((await tick(place, time)).batches)
    }
    expect(batches).toEqual([1, 1, 0])
    const { mine } = await place.core.cohortForLearner(members[0] as Actor, { cohort: course.id })
    expect(mine.find((m) => m.question.id === 'cd.doing-with')).toMatchObject({
      state: 'shown',
      shown: [{ closedAt: TICK }, { closedAt: SECOND_TICK }],
    })
  })

  test('two notebooks that were counted, and then became one, are not counted again', async () => {
    const place = await openAt(await fresh())
    const course = await newCourse(place.core, await newTrainer(place.core))
    const people = await newMembers(place.core, course, names(10))
    const pairs = people.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
    for (const [i, member] of pairs.entries()) await answer(place.core, member, chooses(i < 5 ? 'for' : 'with'))
    // The older notebooks answer last, so theirs is the newest answer when two are one, and the older receipt.
    place.at('2026-03-02T10:00:00.000Z')
    for (const member of pairs.slice(0, 5)) await answer(place.core, member, chooses('by'))
    expect(await tick(place, TICK)).toMatchObject({ batches: 1 })
    const { becomes } = await changes(place)
    for (const [i, member] of pairs.slice(0, 5).entries()) await becomes(member, pairs[i + 5] as Actor)
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 0, failed: 0 })
  })

  test('who was counted is not counted again from a second notebook, here or in another course', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const here = await newCourse(core, await newTrainer(core))
    const there = await newCourse(core, await newTrainer(core))
    const { proves } = await changes(place)
    const notebooks = async (spelling: string) => {
      const made = await Promise.all(names(5).map(() => newVisitor(core)))
      for (const [i, who] of made.entries()) await proves(who, `m${i}${spelling}@example.org`, `m${i}@example.org`)
      return made
    }
    const [first, second, third] = [await notebooks(''), await notebooks('+two'), await notebooks('+three')]
    for (const who of first) {
      await joins(core, who, here)
      await answer(core, who, chooses('with'))
    }
    expect(await tick(place, TICK)).toMatchObject({ batches: 1 })
    for (const who of first) await core.leaveCohort(who, { cohort: here.id })
    for (const [group, course] of [
      [second, here],
      [third, there],
    ] as const)
      for (const who of group) {
        await joins(core, who, course)
        await answer(core, who, chooses('for'))
      }
    expect(await tick(place, SECOND_TICK)).toMatchObject({ batches: 0, failed: 0 })
  })

  test('two workers that count one person’s two notebooks in two courses at once count one of them', async () => {
    const place = await openAt(await fresh())
    const { core } = place
    const courses = [await newCourse(core, await newTrainer(core)), await newCourse(core, await newTrainer(core))]
    const { proves } = await changes(place)
    for (const [n, course] of courses.entries()) {
      const notebook = await newVisitor(core)
      await proves(notebook, `ann+${n}@example.org`, 'ann@example.org')
      const others = await newMembers(core, course, names(5, 10 * n))
      await joins(core, notebook, course)
      for (const who of [...others, notebook]) await answer(core, who, chooses('with'))
    }
    await core.close()
    const { config } = place
    const world = await openWorld(config, Date.parse(TICK))
    const { db, clock } = world
    const [one, two] = courses.map((course) => course.id) as [string, string]
    let first = true
    // The other worker comes in between what this one has read and what it writes.
    const write: Db['write'] = async (unit) => {
      if (first) {
        first = false
        expect(await closeCohort(world, two, clock.now())).toBe(1)
      }
      return db.write(unit)
    }
    expect(await closeCohort({ ...world, db: { ...db, write } }, one, clock.now())).toBe(1)
    expect(await db.read.selectFrom('receipt').select('nth').execute()).toHaveLength(11)
    await world.close()
  })
})
