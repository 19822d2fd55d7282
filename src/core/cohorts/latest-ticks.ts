import type { World } from '../world.ts'
import { lastNight, nextNight } from './uk-time.ts'

export interface LatestTick {
  cohortId: string
  at: number
}

/** The newest scheduled tick of every cohort up to a moment, earliest first; cohorts that had none yet are left out. */
export async function latestTicks({ db, config }: World, until: number): Promise<LatestTick[]> {
  const night = lastNight(until, config.tickHour)
  const [nightly, named] = await Promise.all([
    db.read.selectFrom('cohort').select('id').where('rhythm', '=', 'nightly').where('made_at', '<=', night).execute(),
    db.read
      .selectFrom('cohort_tick')
      .select(({ fn }) => ['cohort_id', fn.max('at').as('at')])
      .where('at', '<=', until)
      .groupBy('cohort_id')
      .execute(),
  ])
  const all = [
    ...nightly.map(({ id }) => ({ cohortId: id, at: night })),
    ...named.map(({ cohort_id, at }) => ({ cohortId: cohort_id, at: Number(at) })),
  ]
  return all.sort((a, b) => a.at - b.at || (a.cohortId < b.cohortId ? -1 : 1))
}

/** The cohorts that have a tick after one moment and up to another. */
export async function cohortsWithTick({ db, config }: World, after: number, until: number): Promise<Set<string>> {
  const isNight = nextNight(after, config.tickHour) <= until
  const [nightly, named] = await Promise.all([
    isNight ? db.read.selectFrom('cohort').select('id').where('rhythm', '=', 'nightly').execute() : [],
    db.read
      .selectFrom('cohort_tick')
      .select('cohort_id as id')
      .where('at', '>', after)
      .where('at', '<=', until)
      .distinct()
      .execute(),
  ])
  return new Set([...nightly, ...named].map((row) => row.id))
}
