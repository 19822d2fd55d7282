import { z } from 'zod'
import { define } from '../define.ts'
import { changeCohort } from './change-cohort.ts'
import { COURSE_NAME } from './line.ts'
import type { SetUp } from './set-up.ts'

/** Gives a cohort another name. Its code, questions, ticks and pictures stay as they are. */
export const renameCohort = define({
  input: z.strictObject({ cohort: z.string().max(100), name: COURSE_NAME }),
  run: (world, actor, { cohort, name }): Promise<SetUp> => changeCohort(world, actor, cohort, { name }),
})
