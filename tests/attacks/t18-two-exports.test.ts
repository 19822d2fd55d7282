import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import { readTable } from '#tests/support/read-csv.ts'
import { AFTER_Q1, AFTER_Q2, IN_Q2, many, open, STUDY, says } from '#tests/support/study.ts'
import {
  alter,
  answer,
  chooses,
  idOf,
  joins,
  newCourse,
  newPerson,
  newPlace,
  newTrainer,
  newVisitor,
  type Place,
  rates,
  SECOND_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { everyExport, exportStudy, study } from './study-command.ts'
import { trainerSees } from './views.ts'

const SLOW = { timeout: 180_000 }

/** Somebody of the study: what they chose, how they rated, and what they told. */
async function joinsIn({ core }: Place, name: string, i: number): Promise<Actor> {
  const who = await newPerson(core, name)
  await says(core, who, { nation: i % 2 ? 'wales' : 'england', paid: i % 3 ? 'paid' : 'unpaid' })
  await answer(core, who, chooses(i % 4 ? 'with' : 'to'))
  await answer(core, who, rates(1 + (i % 5)))
  return who
}

/** A study of 25 people, the first eight of a course too, whose trainer is the attacker. */
async function january() {
  const place = await newPlace()
  await open(place.core)
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer, { ticks: [TICK, SECOND_TICK, IN_Q2] })
  const people = await Promise.all(many('J', 25).map((name, i) => joinsIn(place, name, i)))
  await Promise.all(people.slice(0, 8).map((who) => joins(place.core, who, course)))
  return { place, trainer, people }
}

/** Everything that the attacker holds: each file, what the command says, and all that the trainer can fetch. */
const everything = async (place: Place, trainer: Actor): Promise<string> =>
  JSON.stringify([everyExport(place), await study(place, 'list'), await trainerSees(place, trainer)], null, 1)

/** Twelve people who are new in the second quarter. */
const newPeople = (place: Place) => Promise.all(many('N', 12).map((name, i) => joinsIn(place, name, i)))

/** Lets the second quarter go by, and exports it. */
async function laterExport(place: Place): Promise<string> {
  await tick(place, IN_Q2)
  place.at(AFTER_Q2)
  return exportStudy(place, STUDY.id)
}

test('T18: whatever people do between two exports, neither of them nor the course shows it', SLOW, async () => {
  const { place, trainer, people } = await january()
  await tick(place, TICK)
  place.at(AFTER_Q1)
  expect(await exportStudy(place, STUDY.id)).toContain('exit 0')
  expect(Object.keys(everyExport(place))).toHaveLength(3)
  await newPeople(place)
  const { still, moves } = await worlds(place, 'still', 'moves')
  // Each of them is of the course too.
  const [edits, blanks, takesBack, tellsAnother, erases] = people as [Actor, Actor, Actor, Actor, Actor]
  await answer(moves.core, edits, chooses('by'))
  await answer(moves.core, edits, rates(1))
  await answer(moves.core, blanks, { question: 'cd.doing-with', value: { place: null } })
  await moves.core.takeBackConsent(takesBack, { study: STUDY.id })
  await moves.core.takeBackConsent(tellsAnother, { study: STUDY.id })
  await says(moves.core, tellsAnother, { nation: 'scotland', paid: 'both' })
  await moves.core.eraseMe(erases, { sure: 'delete everything' })
  // A second file of the same quarter can't be had, and the refusal is the same in both worlds.
  const refusal = await exportStudy(still, STUDY.id)
  expect(refusal).toMatch(/exported already/)
  expect(await exportStudy(moves, STUDY.id)).toBe(refusal)
  const printed = await laterExport(still)
  expect(printed).toContain('exit 0')
  expect(await laterExport(moves)).toBe(printed)
  const seen = await everything(still, trainer)
  expect(seen).toContain('2026-Q2-counts.csv')
  expect(await everything(moves, trainer)).toBe(seen)
})

test('T18: what somebody said, told or refused in the first export changes nothing of the second', SLOW, async () => {
  const { place, trainer, people } = await january()
  await tick(place, TICK)
  const { still, others } = await worlds(place, 'still', 'others')
  // Not of the course: what they say shows in the first file at most.
  const [answers, refuses, tells] = people.slice(20) as [Actor, Actor, Actor]
  await answer(others.core, answers, chooses('by'))
  await others.core.takeBackConsent(refuses, { study: STUDY.id })
  await others.core.takeBackConsent(tells, { study: STUDY.id })
  await says(others.core, tells, { paid: 'both' })
  const second: string[] = []
  for (const world of [still, others]) {
    world.at(AFTER_Q1)
    expect(await exportStudy(world, STUDY.id)).toContain('exit 0')
    await newPeople(world)
    await laterExport(world)
    const later = Object.entries(everyExport(world)).filter(([path]) => path.includes('2026-Q2'))
    expect(later).toHaveLength(3)
    second.push(JSON.stringify([later, await study(world, 'list'), await trainerSees(world, trainer)]))
  }
  expect(second[1]).toBe(second[0])
})

test(
  'T18: nobody is in two files for a question, and no file has a row, a name, a time or a course in it',
  SLOW,
  async () => {
    const { place, people } = await january()
    for (const time of [TICK, AFTER_Q1]) await tick(place, time)
    await exportStudy(place, STUDY.id)
    await newPeople(place)
    await laterExport(place)
    const files = everyExport(place)
    const tables = Object.entries(files).filter(([path]) => path.endsWith('-counts.csv'))
    expect(tables).toHaveLength(2)
    const columns = [
      'study',
      'version',
      'quarter',
      'question',
      'wording',
      'part',
      'option',
      'nation',
      'paid',
      'people',
      'count',
    ]
    const sizes = tables.map(([, text]) => {
      const rows = readTable(text)
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(columns)
        expect(Number(row.people)).toBeGreaterThanOrEqual(10)
        expect([Number(row.people) % 5, Number(row.count) % 5]).toEqual([0, 0])
        expect(Number(row.count)).toBeLessThanOrEqual(Number(row.people))
      }
      const groups = new Map(
        rows.filter((r) => r.question === 'cd.doing-with').map((r) => [`${r.nation} ${r.paid}`, Number(r.people)]),
      )
      return [...groups.values()].reduce((a, b) => a + b, 0)
    })
    // 25 people, then the twelve who are new; each in exactly one group, rounded down.
    expect(sizes[0]).toBeGreaterThan(14)
    expect(sizes[0]).toBeLessThanOrEqual(25)
    expect(sizes[1]).toBe(10)
    const all = JSON.stringify(files)
    for (const who of people) expect(all).not.toContain(idOf(who))
    expect(all).not.toMatch(/\b20\d\d-\d\d|\d:\d\d|Neighbours|Slack|T0COURSE/)
  },
)

test(
  'T18: everybody agrees, or all but one or two: the files are the same, and so are nobody and one',
  SLOW,
  async () => {
    const place = await newPlace()
    await open(place.core)
    const people: Actor[] = []
    for (const name of many('A', 13)) {
      const who = await newPerson(place.core, name)
      await says(place.core, who)
      await answer(place.core, who, chooses('with'))
      people.push(who)
    }
    const { all, butOne } = await worlds(place, 'all', 'butOne')
    await answer(butOne.core, people[0] as Actor, chooses('by'))
    for (const world of [all, butOne]) {
      world.at(AFTER_Q1)
      expect(await exportStudy(world, STUDY.id)).toContain('exit 0')
    }
    expect(everyExport(butOne)).toEqual(everyExport(all))
  },
)

test('T18: asking every day for an export doesn’t tell when somebody said yes, came or went', SLOW, async () => {
  const { place, people } = await january()
  await Promise.all(people.slice(9).map((who) => place.core.takeBackConsent(who, { study: STUDY.id })))
  const unproven = await newVisitor(place.core)
  await says(place.core, unproven)
  await answer(place.core, unproven, chooses('with'))
  const { nine, tenth } = await worlds(place, 'nine', 'tenth')
  await says(tenth.core, people[9] as Actor)
  for (const world of [nine, tenth]) world.at('2026-03-30T09:00:00Z')
  expect(await exportStudy(tenth, STUDY.id)).toBe(await exportStudy(nine, STUDY.id))
  // Once the quarter is over it is settled by what was there then, whatever comes afterwards.
  nine.at(AFTER_Q1)
  const first = await exportStudy(nine, STUDY.id)
  expect(first).toMatch(/Too few people/)
  await says(nine.core, people[9] as Actor)
  const proof = "insert into identity (kind, subject, learner_id, verified_at) values ('slack', 'T0:ULATE', ?, 1)"
  alter(nine, proof, idOf(unproven))
  expect(await exportStudy(nine, STUDY.id)).toBe(first)
})

test('a program that ends between settling and naming leaves an export that can be finished', SLOW, async () => {
  const { place } = await january()
  place.at(AFTER_Q1)
  const folder = join(place.config.dataDir, '..', 'exports')
  const before = await exportStudy(place, STUDY.id)
  const name = `${STUDY.id}-v1-2026-Q1`
  const files = everyExport(place)
  renameSync(join(folder, name), join(folder, `${name}.unfinished`))
  expect(await exportStudy(place, STUDY.id)).toBe(before)
  expect(everyExport(place)).toEqual(files)
  // Something else under that name is never taken for it.
  renameSync(join(folder, name), join(folder, `${name}.unfinished`))
  writeFileSync(join(folder, `${name}.unfinished`, `${name}-counts.csv`), 'forged')
  expect(await exportStudy(place, STUDY.id)).toMatch(/exported already/)
  expect(await place.core.listStudies(SYSTEM, {})).toMatchObject([{ exports: [{ quarter: '2026-Q1', files: true }] }])
})
