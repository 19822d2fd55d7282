import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { define } from '../define.ts'
import { staffedCohort } from './find-cohort.ts'
import { type SetUp, setUpOf } from './set-up.ts'

/** What a trainer chose for a cohort of theirs: code, questions, ticks, and what can never open. Nothing about people. */
export const cohortSetUp = define({
  input: z.strictObject({ cohort: z.string().max(100) }),
  run: async (world, actor, { cohort }): Promise<SetUp> =>
    setUpOf(world, await staffedCohort(world, requireTrainer(actor), cohort)),
})
