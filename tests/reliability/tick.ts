import { tickOnPostgres } from '#tests/support/tick-on-postgres.ts'
import type { Part } from './part.ts'

const COURSES = 1000
const MOST_SECONDS = 60
/** A course leaves nothing behind in memory but its line among the ticks that are due. */
const MOST_KB_A_COURSE = 5

/** One night of a large installation on PostgreSQL. */
export const tick: Part = async () => {
  const { cohorts, answers, batches, failed, seconds, cpuSeconds, peakMb, heapPerCohortKb } =
    await tickOnPostgres(COURSES)
  const whole = failed === 0 && batches === COURSES * 10
  return {
    holds: whole && seconds < MOST_SECONDS && heapPerCohortKb < MOST_KB_A_COURSE,
    figures:
      `${cohorts} cohorts, ${answers} answers, ${batches} batches in ${seconds.toFixed(1)} s ` +
      `(${cpuSeconds.toFixed(1)} s of them this process on a processor); ` +
      `at most ${Math.round(peakMb)} MB, heap ${heapPerCohortKb.toFixed(2)} kB a cohort`,
  }
}
