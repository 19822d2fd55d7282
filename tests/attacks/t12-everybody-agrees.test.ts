import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import {
  answer,
  type Choice,
  chooses,
  names,
  newCourse,
  newMembers,
  newPlace,
  newTrainer,
  rates,
  TICK,
  tells,
  tick,
  worlds,
} from './group.ts'
import { trainerSees } from './views.ts'

const ranks = (...order: string[]): Choice => ({ question: 'cd.values-rank', value: { order } })
const feels = (strength: string): Choice => ({
  question: 'community.four-elements',
  value: {
    community: 'My street',
    ratings: ['membership', 'influence', 'needs', 'connection'].map((row) => ({ row, cells: { strength } })),
  },
})

const CASES: [string, number, Choice, Choice][] = [
  ['a choice', 5, chooses('with'), chooses('to')],
  ['a rating, at an end', 5, rates(5), rates(1)],
  ['a rating, in the middle', 5, rates(3), rates(4)],
  ['a rating of eight at an end, where there may be a mean', 8, rates(1), rates(5)],
  ['tags', 8, tells('Words.', 'asked-to-help'), tells('Others.', 'listened-to')],
  [
    'a ranking',
    5,
    ranks('social-justice', 'anti-discrimination', 'empowerment', 'collective-action', 'learning-together'),
    ranks('learning-together', 'empowerment', 'anti-discrimination', 'collective-action', 'social-justice'),
  ],
  ['a grid', 5, feels('5'), feels('1')],
  ['a choice, and one who would rather not say', 5, chooses('with'), chooses('rather-not')],
]

test('T12: everybody agrees, or all but one: the whole page is the same, whatever was asked', async () => {
  const place = await newPlace()
  const groups = []
  for (const [i, [kind, people, same, other]] of CASES.entries()) {
    const trainer = await newTrainer(place.core)
    const course = await newCourse(place.core, trainer, { questions: [same.question] })
    const [target, ...rest] = await newMembers(place.core, course, names(people, 100 * i))
    for (const member of rest) await answer(place.core, member, same)
    groups.push({ kind, trainer, target: target as Actor, same, other })
  }
  const { all, butOne } = await worlds(place, 'all', 'butOne')
  for (const { target, same, other } of groups) {
    await answer(all.core, target, same)
    await answer(butOne.core, target, other)
  }
  for (const world of [all, butOne]) expect(await tick(world, TICK)).toMatchObject({ batches: CASES.length })
  for (const { kind, trainer } of groups) {
    const seen = await trainerSees(all, trainer)
    expect(seen, kind).toContain('wd">few or none')
    expect(await trainerSees(butOne, trainer), kind).toBe(seen)
  }
})
