import { expect, test } from 'vitest'
import { samePeople } from '#core/learners/same-people.ts'

test('learners who share a proof are one person, also by way of a third; everybody else is their own', () => {
  const proofs = new Map([
    ['d', ['email:4', 'slack:4']],
    ['b', ['email:1', 'slack:2']],
    ['a', ['email:1']],
    ['e', ['email:5']],
    ['c', ['slack:2']],
  ])
  expect(samePeople(proofs)).toEqual([['a', 'b', 'c'], ['d'], ['e']])
  // The third comes last and joins two who were apart.
  expect(
    samePeople(
      new Map([
        ['a', ['email:1']],
        ['b', ['email:2']],
        ['c', ['email:2', 'email:1']],
        ['d', ['email:2']],
      ]),
    ),
  ).toEqual([['a', 'b', 'c', 'd']])
  expect(samePeople(new Map())).toEqual([])
})

test('people are in one order, whatever order their proofs were read in', () => {
  const proofs: [string, string[]][] = ['c', 'a', 'b'].map((root) => [root, [`email:${root}`]])
  expect(samePeople(new Map(proofs))).toEqual(samePeople(new Map(proofs.toReversed())))
  const shared: [string, string[]][] = ['c', 'a', 'b'].map((root) => [root, ['email:1']])
  expect(samePeople(new Map(shared))).toEqual([['a', 'b', 'c']])
})
