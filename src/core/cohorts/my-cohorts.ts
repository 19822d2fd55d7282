import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { define } from '../define.ts'

/** A cohort in its trainer's list. */
export interface MyCohort {
  id: string
  name: string
  joinCode: string
  /** It was archived: its pictures can be read until a date. */
  ended: boolean
}

/** The cohorts that the acting trainer runs and can still read, newest first. Nothing in the list moves when somebody joins or answers. */
export const myCohorts = define({
  input: z.strictObject({}),
  async run(world, actor): Promise<{ cohorts: MyCohort[] }> {
    const rows = await world.db.read
      .selectFrom('cohort')
      .innerJoin('staff', 'staff.cohort_id', 'cohort.id')
      .innerJoin('learner', 'learner.id', 'staff.learner_id')
      .where('learner.root_id', '=', requireTrainer(actor))
      .where('staff.left_at', 'is', null)
      .where((where) =>
        where.or([where('readable_until', 'is', null), where('readable_until', '>', world.clock.now())]),
      )
      .select(['cohort.id', 'cohort.name', 'cohort.join_code', 'cohort.archived_at', 'cohort.made_at'])
      .distinct()
      .orderBy('cohort.made_at', 'desc')
      .orderBy('cohort.id')
      .execute()
    const toMine = ({ id, name, join_code, archived_at }: (typeof rows)[number]): MyCohort => ({
      id,
      name,
      joinCode: join_code,
      ended: archived_at !== null,
    })
    return { cohorts: rows.map(toMine) }
  },
})
