import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { hashSecret } from '../id.ts'
import { deviceEnds } from './start-notebook.ts'

const input = z.strictObject({
  /** The secret in this browser's cookie. */
  secret: z.string().max(200).nullable(),
  /** Others use this computer too; false takes it back. */
  shared: z.boolean(),
})

/** Notes that others use this computer too: its browser keeps nothing, and is forgotten when it is closed. */
export const shareComputer = define({
  input,
  async run({ db, clock }, actor, { secret, shared }): Promise<void> {
    requireLearner(actor)
    const change = db.draft
      .updateTable('device')
      .set({ shared: Number(shared), expires_at: deviceEnds(clock.now(), shared) })
      .where('secret_hash', '=', hashSecret(secret ?? ''))
    await db.write([statement(change, 1)])
  },
})
