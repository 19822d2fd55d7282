import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { emailAddress } from './email-address.ts'

/** Lets whoever proves this address open training rooms. `isNew` is false when they could already. */
export const addTrainer = define({
  input: z.strictObject({ email: emailAddress }),
  async run({ db, clock }, actor, { email }): Promise<{ address: string; isNew: boolean }> {
    requireSystem(actor)
    const row = { address: email, added_at: clock.now() }
    const insert = db.draft
      .insertInto('trainer')
      .values(row)
      .onConflict((c) => c.doNothing())
    const result = await db.write([statement(insert, 1)])
    return { address: email, isNew: result.committed }
  },
})
