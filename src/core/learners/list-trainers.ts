import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { define } from '../define.ts'

export interface ListedTrainer {
  address: string
  /** They have proven the address, so their training rooms are open to them. */
  hasSignedIn: boolean
}

/** Everybody who may open training rooms, by address. */
export const listTrainers = define({
  input: z.strictObject({}),
  async run({ db }, actor): Promise<ListedTrainer[]> {
    requireSystem(actor)
    const rows = await db.read
      .selectFrom('trainer')
      .leftJoin('identity', (join) =>
        join.onRef('identity.subject', '=', 'trainer.address').on('identity.kind', '=', 'email'),
      )
      .select(['trainer.address', 'identity.verified_at'])
      .orderBy('trainer.address')
      .execute()
    return rows.map((row) => ({ address: row.address, hasSignedIn: row.verified_at !== null }))
  },
})
