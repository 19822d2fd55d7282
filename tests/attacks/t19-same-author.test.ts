import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { BELONG, cardsSeen, ROLE, shares } from './cards.ts'
import { joins, names, newCourse, newPerson, newPlace, newTrainer, TICK, tick } from './group.ts'

const COURSES = 12
const PEOPLE = 8

/** How often two lists have the same author at the same place. Of two shuffled lists it is 1 on average, whatever their length. */
const matches = (one: number[], other: number[]): number => one.filter((author, i) => other[i] === author).length
/** How often two authors who are neighbours in one list are neighbours in the other: 7 in 4 on average, for lists of 8. */
const neighbours = (one: number[], other: number[]): number =>
  one.filter((author, i) => i > 0 && Math.abs(other.indexOf(author) - other.indexOf(one[i - 1] as number)) === 1).length

test('T19: where a text stands says nothing about which text to another question is its author’s', {
  timeout: 120_000,
}, async () => {
  const place = await newPlace()
  const { core } = place
  const rooms = []
  for (let n = 0; n < COURSES; n++) {
    const trainer = await newTrainer(core)
    const course = await newCourse(core, trainer)
    for (const [i, name] of names(PEOPLE, 100 * n).entries()) {
      const author: Actor = await newPerson(core, name)
      await joins(core, author, course)
      for (const question of [ROLE, BELONG]) await shares(core, author, question, `The words of a${i}.`)
    }
    rooms.push({ trainer, course })
  }
  await tick(place, TICK)
  let [same, beside] = [0, 0]
  for (const { trainer, course } of rooms) {
    const authors = async (question: string) =>
      (await cardsSeen(core, trainer, course, question)).map((words) => Number(/a(\d)/.exec(words)?.[1]))
    const [role, belong] = [await authors(ROLE), await authors(BELONG)]
    expect([role.length, belong.length]).toEqual([PEOPLE, PEOPLE])
    same += matches(role, belong)
    beside += neighbours(role, belong)
  }
  console.log(
    `T19: ${same} same places (12 by chance), ${beside} pairs of neighbours (21 by chance) in ${COURSES} courses`,
  )
  // Five standard deviations over chance: 1 a course with variance 1, and 1.75 with variance below 2.
  expect(same).toBeLessThan(COURSES + 5 * Math.sqrt(COURSES))
  expect(beside).toBeLessThan(1.75 * COURSES + 5 * Math.sqrt(2 * COURSES))
})
