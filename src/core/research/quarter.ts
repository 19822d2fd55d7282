import { fromUkTime, ukTime } from '../cohorts/uk-time.ts'

/** Three months of the UK's calendar. */
export interface Quarter {
  /** For example `2026-Q1`. */
  name: string
  began: number
  /** The first moment that is no longer of it. */
  ended: number
}

/** The newest quarter that is over. */
export function lastQuarter(now: number): Quarter {
  const [year, month] = ukTime(now).split('-').map(Number) as [number, number]
  // Quarters are counted through, so that the one before January is of the year before.
  const current = year * 4 + Math.floor((month - 1) / 3)
  return { name: nameOf(current - 1), began: startOf(current - 1), ended: startOf(current) }
}

const yearOf = (quarter: number) => Math.floor(quarter / 4)
const nameOf = (quarter: number) => `${yearOf(quarter)}-Q${(quarter % 4) + 1}`

function startOf(quarter: number): number {
  const month = String((quarter % 4) * 3 + 1).padStart(2, '0')
  return fromUkTime(`${yearOf(quarter)}-${month}-01T00:00`) as number
}
