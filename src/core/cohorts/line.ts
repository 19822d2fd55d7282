import { z } from 'zod'
import { normalise } from '../normalise.ts'

/** One line of text that a trainer types: blanks are folded, and it may be up to `most` characters long. */
export const line = (most: number, blank: string) =>
  z
    .string(blank)
    .transform((text) => normalise(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, blank).max(most, `This can be up to ${most} characters.`))

export const COURSE_NAME = line(100, 'Give the course a name.')
/** The name that learners see for a trainer. */
export const TRAINER_NAME = line(80, 'Give the name that learners will know you by.')
