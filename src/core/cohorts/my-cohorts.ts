import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { define } from '../define.ts'

/** A cohort in its trainer's list. */
export interface MyCohort {
  id: string
  name: string
  joinCode: string
}

/** The cohorts that the acting trainer runs, newest first. Nothing in the list moves when somebody joins or answers. */
export const myCohorts = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<{ cohorts: MyCohort[] }> {
    const rows = await world.db.read
      .selectFrom('cohort')
      .innerJoin('staff', 'staff.cohort_id', 'cohort.id')
      .innerJoin('learner', 'learner.id', 'staff.learner_id')
      .where('learner.root_id', '=', requireTrainer(actor))
      .select(['cohort.id', 'cohort.name', 'cohort.join_code', 'cohort.made_at'])
      .distinct()
      .orderBy('cohort.made_at', 'desc')
      .orderBy('cohort.id')
      .execute()
    return { cohorts: rows.map(({ id, name, join_code }) => ({ id, name, joinCode: join_code })) }
  },
})
