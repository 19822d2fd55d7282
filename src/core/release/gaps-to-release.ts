import { askersNeeded } from '../cohorts/countable.ts'
import { limitsOf } from '../cohorts/find-cohort.ts'
import { firstCohort } from '../cohorts/where-it-counts.ts'
import { type Statement, statement } from '../db/db.ts'
import { chunksOf } from '../db/in-chunks.ts'
import { type Gap, gapsOf } from '../gaps/gap.ts'
import { markCounted } from '../gaps/mark-counted.ts'
import { inGroups } from '../in-groups.ts'
import { type Heading, headingOf } from '../standards/heading.ts'
import type { World } from '../world.ts'
import { askersOf } from './bands.ts'
import { gapReceipts } from './gap-receipts.ts'
import type { ShownGap } from './shown-gap.ts'
import type { Person } from './who-counts.ts'

/** A question that waits to be counted under its heading. */
interface WaitingGap {
  person: Person
  root: string
  gap: Gap
  heading: Heading
}

/** What a closing writes of questions that the companion couldn't answer, and whose they were. */
export interface GapsToRelease {
  counted: { person: Person }[]
  statements: Statement[]
}

/**
 * Of what these people asked and the companion couldn't answer: every heading under which enough of them did, as it will
 * be shown, frozen. Only a heading leaves, never a question or the clauses it was near, which one person alone may have
 * chosen. It takes as many people as the cohort asks for (P14).
 */
export async function gapsToRelease(
  world: World,
  cohortId: string,
  people: Person[],
  at: number,
): Promise<GapsToRelease> {
  const needed = askersNeeded((await limitsOf(world.db, cohortId)).k)
  const clusters = inGroups(await waitingGaps(world, cohortId, people, at), ({ heading }) => heading.cluster)
  const enough = clusters.filter((cluster) => new Set(cluster.map((w) => w.person)).size >= needed)
  const rows = enough.map((cluster) => rowOf(cohortId, at, cluster))
  const marks = enough.flat().map(({ root, gap, heading }) => ({
    root,
    gap,
    counted: { cohort: cohortId, closedAt: at, under: `${heading.standard}, ${heading.words}` },
  }))
  // However many questions somebody had under one heading, it was shown once.
  const receipts = new Map(marks.map((mark) => [`${mark.root} ${mark.counted.under}`, mark]))
  return {
    counted: enough.flat(),
    statements: [
      ...(await markCounted(world, marks)),
      ...(await gapReceipts(world, [...receipts.values()])),
      ...chunksOf(rows).map((chunk) => statement(world.db.draft.insertInto('gap_batch').values(chunk), chunk.length)),
    ],
  }
}

/** Everything not counted yet that these people asked by `at`, where it counts here and the standards still have its heading. */
async function waitingGaps(world: World, cohortId: string, people: Person[], at: number): Promise<WaitingGap[]> {
  const roots = people.flat().map((member) => member.root)
  const home = await firstCohort(world.db, roots, at)
  const gaps = await gapsOf(world, roots, at)
  return people.flatMap((person) =>
    person
      .filter(({ root }) => home(root) === cohortId)
      .flatMap(({ root }) => gaps.get(root) ?? [])
      .filter((gap) => !gap.counted)
      .flatMap((gap) => {
        const heading = headingOf(world.content.standards, gap.clauses)
        return heading ? [{ person, root: gap.root, gap, heading }] : []
      }),
  )
}

function rowOf(cohortId: string, at: number, cluster: [WaitingGap, ...WaitingGap[]]) {
  const { standard, words, path, cluster: name } = cluster[0].heading
  const askers = askersOf(new Set(cluster.map((w) => w.person)).size)
  const shown = JSON.stringify({ standard, heading: words, path, askers } satisfies ShownGap)
  return { cohort_id: cohortId, closed_at: at, cluster: name, shown }
}
