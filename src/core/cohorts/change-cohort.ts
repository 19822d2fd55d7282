import { type Actor, requireTrainer } from '../actor.ts'
import { statement } from '../db/db.ts'
import type { World } from '../world.ts'
import { hasEnded, runningCohort } from './find-cohort.ts'
import { type SetUp, setUpOf } from './set-up.ts'
import type { CohortTable } from './table.ts'

/** What a trainer may change of a cohort that goes on. None of it has anything to do with who is in it. */
type Change = Partial<Pick<CohortTable, 'name' | 'join_code' | 'is_open'>>

/** Changes these columns of a cohort that the actor runs, and nothing else. */
export async function changeCohort(world: World, actor: Actor, cohortId: string, change: Change): Promise<SetUp> {
  const cohort = await runningCohort(world, requireTrainer(actor), cohortId)
  const { db } = world
  const query = db.draft.updateTable('cohort').set(change).where('id', '=', cohort.id).where('archived_at', 'is', null)
  const result = await db.write([statement(query, 1)])
  if (!result.committed) throw hasEnded()
  return setUpOf(world, { ...cohort, ...change })
}
