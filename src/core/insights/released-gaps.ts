import { type ShownGap, shownGap } from '../release/shown-gap.ts'
import type { View } from './insight.ts'

/** A heading under which enough people asked something that the standards don't answer, as their trainer sees it. */
export interface ReleasedGap extends ShownGap {
  /** The tick at which it was closed, as an ISO time. */
  closedAt: string
}

/** Oldest first; at one tick by the heading, so that the order says nothing. */
export async function releasedGaps({ setUp, released }: View): Promise<ReleasedGap[]> {
  const rows = await released
    .selectFrom('released_gap')
    .select(['closed_at', 'shown'])
    .where('cohort_id', '=', setUp.id)
    .orderBy('closed_at')
    .orderBy('cluster')
    .execute()
  return rows.map((row) => ({
    closedAt: new Date(row.closed_at).toISOString(),
    ...shownGap.parse(JSON.parse(row.shown)),
  }))
}
