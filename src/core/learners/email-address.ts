import { z } from 'zod'
import { addressOf } from './mailbox.ts'

/** An e-mail address that somebody typed, as we keep it. */
export const emailAddress = z
  .string('Please write your e-mail address.')
  .max(254, 'An e-mail address has up to 254 characters.')
  .transform(addressOf)
  .pipe(z.email('Please write an e-mail address, like name@example.org.'))
