import { meets } from '../cohorts/demand.ts'
import { demandOf } from '../cohorts/find-cohort.ts'
import { type Membership, membersOf } from '../cohorts/members.ts'
import { staffAround } from '../cohorts/staff.ts'
import { samePeople } from '../learners/same-people.ts'
import { verifiedLearners } from '../learners/verified.ts'
import type { World } from '../world.ts'

/** A person who counts: a learner, or several that a mailbox or an account of theirs shows to be one. */
export type Person = Membership[]

/**
 * The people whose answers may be counted in a cohort at a tick: they joined by then and chose to be counted, they have
 * proven who they are, as the cohort demands it, and they run neither this cohort nor one that shares a trainer with it.
 */
export async function whoCounts(world: World, cohortId: string, at: number): Promise<Person[]> {
  const members = (await membersOf(world.db, cohortId)).filter((m) => m.counted && m.joinedAt <= at)
  const staff = new Set(await staffAround(world.db, cohortId))
  const byRoot = new Map(members.map((m) => [m.root, m]))
  const proofs = await verifiedLearners(world.db, [...new Set([...byRoot.keys(), ...staff])])
  const demand = await demandOf(world.db, cohortId)
  return samePeople(proofs)
    .filter((roots) => !roots.some((root) => staff.has(root)))
    .filter((roots) => roots.some((root) => meets(demand, proofs.get(root) ?? [])))
    .map((roots) => roots.flatMap((root) => byRoot.get(root) ?? []))
    .filter((person) => person.length > 0)
}
