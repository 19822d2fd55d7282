import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { define } from '../define.ts'
import { type Demand, toDemand } from './demand.ts'

export interface ListedCohort {
  joinCode: string
  name: string
  ended: boolean
  demand: Demand | null
}

/** Every cohort by name, for an operator. Nothing of who joined or answered. */
export const listCohorts = define({
  input: z.strictObject({}),
  async run({ db }, actor): Promise<ListedCohort[]> {
    requireSystem(actor)
    const rows = await db.read
      .selectFrom('cohort')
      .select(['join_code', 'name', 'archived_at', 'demands'])
      .orderBy('name')
      .orderBy('join_code')
      .execute()
    return rows.map(({ join_code, name, archived_at, demands }) => ({
      joinCode: join_code,
      name,
      ended: archived_at !== null,
      demand: toDemand(demands),
    }))
  },
})
