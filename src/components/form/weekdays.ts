/** By number, as dates have them: 0 is Sunday. */
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
/** A week begins on Monday here. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0]
