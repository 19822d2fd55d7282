import { z } from 'zod'
import { define } from '../define.ts'
import { changeCohort } from './change-cohort.ts'
import type { SetUp } from './set-up.ts'

const input = z.strictObject({
  cohort: z.string().max(100),
  open: z.boolean('Choose whether people may still join.'),
})

/** Lets people join with the code, or no more. Who has joined already stays; nobody is told who that is. */
export const setDoor = define({
  input,
  run: (world, actor, { cohort, open }): Promise<SetUp> =>
    changeCohort(world, actor, cohort, { is_open: open ? 1 : 0 }),
})
