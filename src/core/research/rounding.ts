const STEP = 5

/** The people of a group, down to a multiple of 5. */
export const roundedPeople = (people: number): number => Math.floor(people / STEP) * STEP

/**
 * A count to the nearest 5, and never above the people shown. So “none” is never apart from one or two, and “everybody”
 * never from all but one or two: 13 of 13 would otherwise show as 15 and 12 of 13 as 10.
 */
export const roundedCount = (count: number, people: number): number =>
  Math.min(Math.round(count / STEP) * STEP, roundedPeople(people))
