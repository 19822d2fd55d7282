import { randomInt } from 'node:crypto'
import { z } from 'zod'

/** How long a code or a link works. */
export const LINK_MINUTES = 10
/**
 * How often a code may be typed from one account, right or wrong. With eight letters of twenty there are 25,600,000,000
 * codes: a day of guessing from one account finds one of a hundred that work with a chance of one in six million.
 */
export const TRIES_A_LINK = 8
export const TRIES_A_DAY = 40

/** No vowels, so that no code is a word; none that looks like another or like a digit. */
const LETTERS = 'BCDFGHJKMNPQRSTVWXYZ'

/** A new code, as it is shown: `BCDF-GHJK`. */
export function newLinkCode(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** What somebody typed, as a code: people write it small, with other dashes, with blanks or with none. */
export const typedLinkCode = z
  .string('Type the code that your account page shows.')
  .max(100)
  .transform((typed) => typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))

/** An account elsewhere that can be linked: which platform, and who that is there. */
export const linkable = z.strictObject({ kind: z.enum(['slack', 'teams']), subject: z.string().min(3).max(200) })
export type Linkable = z.infer<typeof linkable>
