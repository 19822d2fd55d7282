import { expect, test } from 'vitest'
import { answer, chooses, names, newCourse, newMembers, newPlace, newTrainer, TICK, tells, tick } from './group.ts'
import { browserOf, everythingOf } from './http.ts'
import { trainerPaths } from './views.ts'

/** The pictures as data: the quickest to ask for, and the likeliest to vary. */
const OFTEN = /insights$/

test('T15: a thousand times the same query: never a difference, in a byte of the body or the headers', {
  timeout: 240_000,
}, async () => {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  for (const [i, member] of (await newMembers(place.core, course, names(9))).entries()) {
    await answer(place.core, member, chooses(i < 5 ? 'to' : 'with'))
    await answer(place.core, member, tells('Words.', i < 3 ? 'asked-to-help' : 'listened-to'))
  }
  await tick(place, TICK)
  const client = await browserOf(place, trainer)
  const paths = await trainerPaths(client)
  expect(paths.some((path) => OFTEN.test(path))).toBe(true)
  for (const path of paths) {
    const seen = new Set<string>()
    // Pages take longer to draw, from the same data: forty times is enough to see an order or an id that varies.
    for (let n = 0; n < (OFTEN.test(path) ? 1000 : 40); n++) seen.add(await everythingOf(await client.get(path)))
    expect(seen.size, path).toBe(1)
  }
})
