import { joinedCohort } from '../cohorts/find-cohort.ts'
import { setUpOf } from '../cohorts/set-up.ts'
import { whereMineCounts } from '../release/where-mine-counts.ts'
import type { World } from '../world.ts'

/** The course that somebody's words to a question could be shown in. */
export interface CourseForWords {
  id: string
  name: string
  trainers: string[]
  /** Names to point out: those of its trainers, and those that they gave. Never those of members. */
  names: string[]
}

/** The course in which the actor's answer counts, if they have joined it to be counted; null otherwise. */
export async function courseOf(world: World, root: string, questionId: string): Promise<CourseForWords | null> {
  const id = await whereMineCounts(world, root, questionId)
  const joined = id === null ? null : await joinedCohort(world.db, root, id).catch(() => null)
  if (!joined?.counted) return null
  const { trainers, names } = await setUpOf(world, joined.cohort)
  return { id: joined.cohort.id, name: joined.cohort.name, trainers, names: [...trainers, ...names] }
}
