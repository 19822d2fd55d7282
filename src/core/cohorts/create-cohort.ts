import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { define } from '../define.ts'
import { chosenQuestions, LEAST_PEOPLE } from './countable.ts'
import { COURSE_NAME, TRAINER_NAME } from './line.ts'
import { makeCohort } from './make-cohort.ts'
import { namesToWatch } from './names-to-watch.ts'
import { type SetUp, setUpOf } from './set-up.ts'
import { tickTime } from './tick-time.ts'

const PEOPLE = 'Give a whole number of people, such as 12.'
const AT_LEAST = `Give a whole number from ${LEAST_PEOPLE} to 100.`

const SETTLE = 'Give a whole number of days from 0 to 14.'

/** Named times, or none and `nightly`. */
export const whenShape = {
  ticks: z.array(tickTime).max(200, 'Up to 200 times are possible.').default([]),
  nightly: z.boolean().default(false),
  /** Of nightly ones: days that answers settle before a picture is made, so that those who come a little later are in it. */
  settle: z.int(SETTLE).min(0, SETTLE).max(14, SETTLE).default(0),
}

/** Whether everybody in a channel sees the pictures too. It is said to whoever joins, so it can't be chosen later. */
export const channelSees = z.boolean().default(false)

const input = z.strictObject({
  name: COURSE_NAME,
  trainer: TRAINER_NAME,
  chapters: z.array(z.string().max(100)).max(50).default([]),
  questions: z.array(z.string().max(100)).max(500).default([]),
  k: z.int(AT_LEAST).min(LEAST_PEOPLE, AT_LEAST).max(100, AT_LEAST).default(LEAST_PEOPLE),
  ...whenShape,
  channelSees,
  /** Names to point out in words that learners want to show, such as the people on the course. */
  names: namesToWatch.default([]),
  /** How many people are expected. */
  people: z.int(PEOPLE).min(1, PEOPLE).max(100_000, PEOPLE).optional(),
})

/**
 * Makes a cohort. Its ticks are fixed here, before anybody has joined, so before its first answer. Private questions
 * can't be chosen, and nothing can ask for fewer than five people.
 */
export const createCohort = define({
  input,
  async run(
    world,
    actor,
    { name, trainer, k, ticks, nightly, settle, names, channelSees, people = null, ...chosen },
  ): Promise<SetUp> {
    const learnerId = requireTrainer(actor)
    const questions = chosenQuestions(world.content, chosen).map((q) => q.id)
    const cohort = await makeCohort(world, {
      name,
      learnerId,
      trainer,
      k,
      people,
      questions,
      ticks,
      nightly,
      settle,
      names,
      channelSees,
    })
    return setUpOf(world, cohort)
  },
})
