import { z } from 'zod'
import { normalise } from '../normalise.ts'

const LONG = 'A name can be up to 80 characters.'

/** Names as a trainer types them, one each. */
export const namesToWatch = z
  .array(
    z
      .string('Give names, one on each line.')
      .transform((text) => normalise(text).replace(/\s+/g, ' ').trim())
      .pipe(z.string().max(80, LONG)),
    'Give names, one on each line.',
  )
  .max(200, 'Up to 200 names are possible.')
  .transform((names) => [...new Set(names.filter((name) => name !== ''))])
