import { expect, test } from 'vitest'
import { companionSays } from './companion.ts'
import {
  answer,
  chooses,
  names,
  newCourse,
  newMembers,
  newPlace,
  newTrainer,
  SECOND_TICK,
  THIRD_TICK,
  TICK,
  tick,
  worlds,
} from './group.ts'
import { trainerSees } from './views.ts'

test('T3: the target edits or takes back a released answer: neither value shows, nor that anything happened', {
  timeout: 120_000,
}, async () => {
  const place = await newPlace()
  const trainer = await newTrainer(place.core)
  const course = await newCourse(place.core, trainer)
  const members = await newMembers(place.core, course, names(9))
  const [target, ...others] = members
  for (const member of members.slice(0, 6)) await answer(place.core, member, chooses('to'))
  await tick(place, TICK)
  // Three late answers wait, so that an edit isn't alone.
  for (const member of others.slice(5)) await answer(place.core, member, chooses('for'))
  const { still, edited, otherwise, back } = await worlds(place, 'still', 'edited', 'otherwise', 'back')
  await answer(edited.core, target as never, chooses('by'))
  await answer(otherwise.core, target as never, chooses('with'))
  await back.core.saveAnswer(target as never, { question: 'cd.doing-with', value: { place: null }, channel: 'web' })
  for (const time of [TICK, SECOND_TICK, THIRD_TICK]) {
    for (const world of [still, edited, otherwise, back]) await tick(world, time)
    const seen = await trainerSees(still, trainer)
    for (const world of [edited, otherwise, back]) expect(await trainerSees(world, trainer)).toBe(seen)
  }
  const said = await companionSays(still, trainer)
  for (const world of [edited, otherwise, back]) expect(await companionSays(world, trainer)).toBe(said)
})
