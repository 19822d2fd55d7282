export const CODE_DIGITS = 6
/** How long a code works. */
export const CODE_MINUTES = 10
/** How often a wrong code may be typed before a new one is needed. */
export const CODE_TRIES = 3
/**
 * How many codes go to one address. With three tries each, a day allows 90 guesses at one in a million; and nobody's
 * letter box can be flooded from here.
 */
export const CODES_A_MINUTE = 5
export const CODES_A_DAY = 30
