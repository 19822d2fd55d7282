/** How many of a batch: in words, never in numbers. "None" is never apart from "few", so that 5 of 5 looks like 4 of 5. */
export const BANDS = ['few-or-none', 'some', 'most'] as const
export type Band = (typeof BANDS)[number]

/** Up to a quarter, some, over 60%; in whole numbers, so that nothing is rounded. */
export function bandOf(count: number, people: number): Band {
  if (count * 4 <= people) return 'few-or-none'
  return count * 5 > people * 3 ? 'most' : 'some'
}

const MEAN_FROM = 8
/** At least this far from either end: nearer, a mean would say that everybody agrees. */
const MARGIN = 0.5

/** The mean of a five-point scale to the nearest half, or null where it would say too much. */
export const meanOf = (numbers: number[], points: number): number | null =>
  meanOfSum(
    numbers.reduce((a, b) => a + b, 0),
    numbers.length,
    points,
  )

export function meanOfSum(sum: number, ratings: number, points: number): number | null {
  if (points !== 5 || ratings < MEAN_FROM) return null
  const mean = sum / ratings
  // The ends themselves are left out: with eight people, 4.5 is all but one at the top.
  return mean > 1 + MARGIN && mean < points - MARGIN ? Math.round(mean * 2) / 2 : null
}

/** How many people took part in a cohort. */
export const PARTICIPATION = ['0-4', '5-9', '10-19', '20+'] as const
export type Participation = (typeof PARTICIPATION)[number]

export const participationOf = (people: number): Participation =>
  people < 5 ? '0-4' : people < 10 ? '5-9' : people < 20 ? '10-19' : '20+'

/**
 * How many people asked under one heading. One edge, far from the fewest that are ever shown: at an edge, whoever can
 * bring a few people along learns most about the one who is missing.
 */
export const ASKERS = ['5-19', '20+'] as const
export type Askers = (typeof ASKERS)[number]

export const askersOf = (people: number): Askers => (people < 20 ? '5-19' : '20+')
