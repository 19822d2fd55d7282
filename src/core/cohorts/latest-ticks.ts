import type { World } from '../world.ts'
import { lastNight, nextNight } from './uk-time.ts'

export interface LatestTick {
  cohortId: string
  at: number
}

/**
 * The newest scheduled tick of every cohort up to a moment, earliest first; cohorts that had none yet are left out. Of a
 * cohort that was archived, no tick is left from then on; one whose time had come before that is still closed.
 */
export async function latestTicks({ db, config }: World, until: number): Promise<LatestTick[]> {
  const night = lastNight(until, config.tickHour)
  const [nightly, named] = await Promise.all([
    db.read
      .selectFrom('cohort')
      .select('id')
      .where('rhythm', '=', 'nightly')
      .where('made_at', '<=', night)
      .where((where) => where.or([where('archived_at', 'is', null), where('archived_at', '>', night)]))
      .execute(),
    db.read
      .selectFrom('cohort_tick')
      .innerJoin('cohort', 'cohort.id', 'cohort_tick.cohort_id')
      .select(({ fn }) => ['cohort_tick.cohort_id', fn.max('cohort_tick.at').as('at')])
      .where('cohort_tick.at', '<=', until)
      .where((where) => where.or([where('archived_at', 'is', null), where('archived_at', '>', where.ref('at'))]))
      .groupBy('cohort_tick.cohort_id')
      .execute(),
  ])
  const all = [
    ...nightly.map(({ id }) => ({ cohortId: id, at: night })),
    ...named.map(({ cohort_id, at }) => ({ cohortId: cohort_id, at: Number(at) })),
  ]
  return all.sort((a, b) => a.at - b.at || (a.cohortId < b.cohortId ? -1 : 1))
}

/** The cohorts that go on and have a tick after one moment and up to another. */
export async function cohortsWithTick({ db, config }: World, after: number, until: number): Promise<Set<string>> {
  const isNight = nextNight(after, config.tickHour) <= until
  const goesOn = db.read.selectFrom('cohort').where('archived_at', 'is', null)
  const [nightly, named] = await Promise.all([
    isNight ? goesOn.select('id').where('rhythm', '=', 'nightly').execute() : [],
    goesOn
      .innerJoin('cohort_tick', 'cohort_tick.cohort_id', 'cohort.id')
      .select('cohort.id')
      .where('cohort_tick.at', '>', after)
      .where('cohort_tick.at', '<=', until)
      .distinct()
      .execute(),
  ])
  return new Set([...nightly, ...named].map((row) => row.id))
}
