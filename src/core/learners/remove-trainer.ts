import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'
import { emailAddress } from './email-address.ts'

/** Takes the training rooms away from this address. Its own notebook stays. */
export const removeTrainer = define({
  input: z.strictObject({ email: emailAddress }),
  async run({ db }, actor, { email }): Promise<{ address: string }> {
    requireSystem(actor)
    const result = await db.write([statement(db.draft.deleteFrom('trainer').where('address', '=', email), 1)])
    if (!result.committed) throw notFound(`a trainer with the address ${email}`)
    return { address: email }
  },
})
