import type { Released } from '../db/released.ts'
import { PARTICIPATION, type Participation } from '../release/bands.ts'

/** The band of people who took part, as it stood when the newest batch closed. Until one closes it is the lowest. */
export async function participationIn(released: Released, cohortId: string): Promise<Participation> {
  const row = await released
    .selectFrom('released_batch')
    .select('participation')
    .where('cohort_id', '=', cohortId)
    .orderBy('closed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return PARTICIPATION.find((band) => band === row?.participation) ?? PARTICIPATION[0]
}
