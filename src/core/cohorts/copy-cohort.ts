import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { isCountable } from './countable.ts'
import { channelSees, whenShape } from './create-cohort.ts'
import { staffedCohort } from './find-cohort.ts'
import { COURSE_NAME, TRAINER_NAME } from './line.ts'
import { makeCohort } from './make-cohort.ts'
import { questionsOf, type SetUp, setUpOf } from './set-up.ts'

const input = z.strictObject({
  /** The one to copy. */
  cohort: z.string().max(100),
  name: COURSE_NAME,
  trainer: TRAINER_NAME,
  ...whenShape,
  channelSees,
})

/**
 * Makes a new cohort that asks what another of the actor's asks, of as many people, under the sign-in that an operator
 * demands there. Its code and its ticks are its own, and so are its members: nobody and no answer is copied, and what was
 * counted in the first is never counted in it. Trainers' own questions are asked anew, under ids of their own.
 */
export const copyCohort = define({
  input,
  async run(world, actor, { cohort: id, ...plan }): Promise<SetUp> {
    const learnerId = requireTrainer(actor)
    const { k, people, demands, ...from } = await staffedCohort(world, learnerId, id)
    const asked = (await questionsOf(world, from.id)).filter(isCountable)
    if (asked.length === 0)
      throw new AppError('invalid', 'This course asks nothing any more, so there is nothing to copy.')
    const names: string[] = JSON.parse(from.names_to_watch)
    const questions = asked.filter((q) => !q.own).map((q) => q.id)
    const own = asked.filter((q) => q.own)
    return setUpOf(world, await makeCohort(world, { ...plan, learnerId, k, people, demands, names, questions, own }))
  },
})
