import { z } from 'zod'
import { type Actor, learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { participationIn } from '../insights/participation.ts'
import type { Participation } from '../release/bands.ts'
import type { World } from '../world.ts'
import { cohortByCode, membershipRows } from './find-cohort.ts'
import { joinCodeOf } from './join-code.ts'
import { type SharedSetUp, sharedSetUpOf } from './set-up.ts'
import type { CohortTable } from './table.ts'

/** What somebody who holds the join code may know before they choose. */
export interface ToJoin extends SharedSetUp {
  /** The same band that the trainer sees: a live number would tell who joins. */
  participation: Participation
  /** The actor has joined already. */
  joined: boolean
}

/** Shows a cohort to whoever holds its code: who runs it, what it asks, when pictures are made, and from how many people. */
export const cohortToJoin = define({
  input: z.strictObject({ code: z.string().max(200).transform(joinCodeOf) }),
  async run(world, actor, { code }): Promise<ToJoin> {
    return toJoin(world, actor, await cohortByCode(world.db, code))
  },
})

/** The same of a cohort that somebody was led to otherwise. */
export async function toJoin(world: World, actor: Actor, cohort: CohortTable): Promise<ToJoin> {
  const setUp = await sharedSetUpOf(world, cohort)
  const learnerId = learnerOf(actor)
  const rows = learnerId ? await membershipRows(world.db, learnerId, cohort.id) : []
  return { ...setUp, participation: await participationIn(world.released, cohort.id), joined: rows.length > 0 }
}
