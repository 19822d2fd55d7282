import { z } from 'zod'
import { placesOf } from '../../cohorts/my-places.ts'
import { heading, note } from '../block.ts'
import { dayWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

/** The courses that a learner joined, and those that they run. Nothing of anybody else's. */
export const courses = section({
  name: 'courses',
  shape: z.strictObject({
    joined: z.array(z.strictObject({ course: z.string(), joinedAt: z.iso.datetime(), counted: z.boolean() })),
    /** `name` is what its learners see; `leftAt` when it was handed over. */
    runs: z.array(z.strictObject({ course: z.string(), name: z.string(), leftAt: z.iso.datetime().nullable() })),
  }),
  async read({ world, learnerId }) {
    const { joined, runs } = await placesOf(world.db, learnerId)
    return {
      joined: joined.map(({ course, joinedAt, counted }) => ({ course, joinedAt: isoTime(joinedAt), counted })),
      runs: runs.map(({ course, name, leftAt }) => ({
        course,
        name,
        leftAt: leftAt === null ? null : isoTime(leftAt),
      })),
    }
  },
  blocks({ joined, runs }) {
    if (joined.length + runs.length === 0) return []
    return [
      heading(2, 'My courses'),
      ...joined.map(({ course, joinedAt, counted }) =>
        note(`${course}: joined ${dayWords(joinedAt)}. My answers ${counted ? 'may be' : 'are not'} counted.`),
      ),
      ...runs.map(({ course, name, leftAt }) =>
        note(`${course}: I ${leftAt === null ? 'run it' : `ran it until ${dayWords(leftAt)}`}, as ${name}.`),
      ),
    ]
  },
})
