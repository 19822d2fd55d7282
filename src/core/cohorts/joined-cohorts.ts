import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { membershipsOf } from './members.ts'

export interface JoinedCohort {
  id: string
  name: string
  counted: boolean
  /** Its pictures are shown in a Slack channel too. */
  channelSees: boolean
}

/** The cohorts that the actor has joined, by name. A visitor has none. */
export const joinedCohorts = define({
  input: z.strictObject({}),
  async run({ db }, actor): Promise<{ cohorts: JoinedCohort[] }> {
    const learnerId = learnerOf(actor)
    const mine = learnerId ? await membershipsOf(db, [learnerId]) : []
    if (mine.length === 0) return { cohorts: [] }
    const ids = mine.map((m) => m.cohortId)
    const rows = await db.read
      .selectFrom('cohort')
      .select(['id', 'name', 'channel_sees'])
      .where('id', 'in', ids)
      .orderBy('name')
      .orderBy('id')
      .execute()
    const counted = new Map(mine.map((m) => [m.cohortId, m.counted]))
    return {
      cohorts: rows.map(({ id, name, channel_sees }) => ({
        id,
        name,
        counted: counted.get(id) ?? false,
        channelSees: channel_sees === 1,
      })),
    }
  },
})
