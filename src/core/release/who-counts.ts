import { meets } from '../cohorts/demand.ts'
import { demandOf } from '../cohorts/find-cohort.ts'
import { membersOf } from '../cohorts/members.ts'
import { staffAround } from '../cohorts/staff.ts'
import { samePeople } from '../learners/same-people.ts'
import { verifiedLearners, verifiedWith } from '../learners/verified.ts'
import type { World } from '../world.ts'

/** A notebook of somebody who counts. One that isn't in the cohort counts nowhere here; its receipts still do. */
export interface Notebook {
  root: string
  isMember: boolean
  /** The learner ids that joined the cohort. */
  learnerIds: string[]
}

/** A person who counts: a notebook, or several that a mailbox or an account of theirs shows to be one. Oldest first. */
export type Person = Notebook[]

/**
 * The people whose answers may be counted in a cohort at a tick: they joined by then and chose to be counted, they have
 * proven who they are, as the cohort demands it, and they run neither this cohort nor one that shares a trainer with it.
 */
export async function whoCounts(world: World, cohortId: string, at: number): Promise<Person[]> {
  const [members, staffed, demand] = await Promise.all([
    membersOf(world.db, cohortId),
    staffAround(world.db, cohortId),
    demandOf(world.db, cohortId),
  ])
  const staff = new Set(staffed)
  const byRoot = new Map(members.filter((m) => m.counted && m.joinedAt <= at).map((m) => [m.root, m]))
  const proofs = await proofsOf(world, [...new Set([...byRoot.keys(), ...staff])])
  return samePeople(proofs)
    .filter((roots) => !roots.some((root) => staff.has(root)) && roots.some((root) => byRoot.has(root)))
    .filter((roots) => roots.some((root) => meets(demand, proofs.get(root) as string[])))
    .map((roots) =>
      roots.map((root) => ({ root, isMember: byRoot.has(root), learnerIds: byRoot.get(root)?.learnerIds ?? [] })),
    )
}

/** What these have proven, and everybody who shares a mailbox with them, also by way of somebody else. */
async function proofsOf({ db }: World, roots: string[]): Promise<Map<string, string[]>> {
  const proofs = new Map<string, string[]>()
  for (let fresh = roots; fresh.length > 0; ) {
    const [proven, sharing] = await Promise.all([verifiedLearners(db, fresh), verifiedWith(db, fresh)])
    for (const [root, keys] of proven) proofs.set(root, keys)
    fresh = sharing.filter((root) => !proofs.has(root))
  }
  return proofs
}
