import { z } from 'zod'
import { define } from '../define.ts'
import { changeCohort } from './change-cohort.ts'
import { newJoinCode } from './join-code.ts'
import type { SetUp } from './set-up.ts'

/** Gives a cohort a new join code, for when the old one got about. The old one is no course's from now on. */
export const newCode = define({
  input: z.strictObject({ cohort: z.string().max(100) }),
  run: (world, actor, { cohort }): Promise<SetUp> => changeCohort(world, actor, cohort, { join_code: newJoinCode() }),
})
