import { createSecretKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { openWith } from '#core/privacy/keys.ts'
import { companionSays } from './companion.ts'
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
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { memberSees, strangerSees, trainerSees } from './views.ts'

const BUSY = { timeout: 120_000 }
const SURE = { sure: 'delete everything' }

/** Twelve people, six in each of two batches, and a target who is in the first, in the second, or in none. */
async function inBatch() {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  const members = await newMembers(place.core, course, names(12))
  const target = await newPerson(place.core, 'target')
  await joins(place.core, target, course)
  const made = await worlds(place, 'first', 'second', 'none')
  for (const [name, { core }] of Object.entries(made)) {
    const world = made[name as keyof typeof made]
    for (const member of members.slice(0, 6)) await answer(core, member, chooses('with'))
    if (name === 'first') await answer(core, target, chooses('with'))
    await tick(world, TICK)
    for (const member of members.slice(6)) await answer(core, member, chooses('with'))
    if (name === 'second') await answer(core, target, chooses('with'))
    await tick(world, SECOND_TICK)
  }
  return { ...made, trainer, course, members, target }
}

test('T5: when the target has deleted everything, nobody can tell which batch they were in', BUSY, async () => {
  const { first, second, none, trainer, course, members, target } = await inBatch()
  // The target’s own receipt does tell it, so the worlds do differ.
  const states = await Promise.all(
    [first, second, none].map(
      async ({ core }) =>
        (await core.cohortForLearner(target, { cohort: course.id })).mine.find((part) => part.shown.length > 0)
          ?.shown ?? [],
    ),
  )
  expect(states.map((shown) => shown.map((s) => s.closedAt))).toEqual([[TICK], [SECOND_TICK], []])
  for (const { core } of [first, second, none]) await core.eraseMe(target, SURE)
  const helpers = [members[0], members[11]] as Actor[]
  const seenBy = async (place: Place) => {
    const seen = [await trainerSees(place, trainer), await strangerSees(place, course)]
    for (const helper of helpers) seen.push(await memberSees(place, helper, course))
    return [...seen, await companionSays(place, trainer)].join('\n\n')
  }
  for (const time of ['2026-03-11T12:00:00Z', THIRD_TICK]) {
    for (const world of [first, second, none]) await tick(world, time)
    const seen = await seenBy(none)
    expect(seen).toContain('wd">most')
    expect(await seenBy(first)).toBe(seen)
    expect(await seenBy(second)).toBe(seen)
  }
})

const tablesOf = (file: string): Record<string, Record<string, unknown>[]> => {
  const db = new DatabaseSync(file, { readOnly: true })
  const tables = db.prepare("select name from sqlite_schema where type = 'table'").all() as { name: string }[]
  const rows = Object.fromEntries(tables.map(({ name }) => [name, db.prepare(`select * from "${name}"`).all()]))
  db.close()
  return rows as Record<string, Record<string, unknown>[]>
}

/** All that the files of an installation hold, with everything opened that the keys which are left can open. */
async function everythingIn({ config, core }: Place) {
  await core.close()
  const secret = createSecretKey(readFileSync(config.secretFile, 'utf8').trim(), 'base64url')
  const keyRows = tablesOf(join(config.dataDir, 'keys.db'))
  const keys = (keyRows.learner_key ?? []).map(({ learner_id, wrapped }) => ({
    id: String(learner_id),
    key: createSecretKey(openWith(secret, String(learner_id), String(wrapped)), 'base64url'),
  }))
  const answers = tablesOf(join(config.dataDir, 'standpoint.db'))
  const opened = (answers.receipt ?? []).map(({ learner_id, sealed }) => {
    const own = keys.find(({ id }) => id === learner_id)
    if (!own) throw new Error('A receipt is left whose key is gone.')
    return JSON.parse(openWith(own.key, own.id, String(sealed))) as { closedAt: number }
  })
  return { answers, keyRows, opened }
}

test(
  'T5: no row that is left links them to a batch, also for whoever has the files and the installation’s key',
  BUSY,
  async () => {
    const { first, second, target } = await inBatch()
    for (const { core } of [first, second]) await core.eraseMe(target, SURE)
    const [one, two] = [await everythingIn(first), await everythingIn(second)]
    for (const { answers, keyRows } of [one, two]) {
      expect(JSON.stringify([answers, keyRows])).not.toContain(idOf(target))
      expect(answers.receipt).toHaveLength(12)
      expect(answers.batch).toHaveLength(2)
      expect(keyRows.learner_key?.length).toBeGreaterThan(12)
    }
    // Whom the receipts name, and for which tick, is the same whichever batch the target was in.
    const links = ({ answers, opened }: typeof one) =>
      opened.map((r, i) => `${answers.receipt?.[i]?.learner_id} ${r.closedAt}`).sort()
    expect(links(one)).toEqual(links(two))
    // What counts people counts the same.
    expect(one.answers.closing).toEqual(two.answers.closing)
    expect(one.answers.batch).toEqual(two.answers.batch)
  },
)
