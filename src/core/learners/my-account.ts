import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { addressesOf } from './addresses.ts'
import type { IdentityTable } from './table.ts'

export interface MyAccount {
  /** E-mail addresses that were proven. */
  addresses: string[]
  /** Where else this notebook is used, for example Slack. */
  elsewhere: IdentityTable['kind'][]
  /** How many browsers hold this notebook. */
  browsers: number
}

/** How the acting learner can come back to their notebook. A visitor has nothing to come back to. */
export const myAccount = define({
  input: z.strictObject({}),
  async run({ db, clock }, actor): Promise<MyAccount> {
    const learnerId = learnerOf(actor)
    if (learnerId === null) return { addresses: [], elsewhere: [], browsers: 0 }
    const kinds = await db.read
      .selectFrom('identity')
      .innerJoin('learner', 'learner.id', 'identity.learner_id')
      .select('identity.kind')
      .distinct()
      .where('learner.root_id', '=', learnerId)
      .where('identity.kind', 'in', ['slack', 'teams'])
      .orderBy('identity.kind')
      .execute()
    const devices = await db.read
      .selectFrom('device')
      .innerJoin('learner', 'learner.id', 'device.learner_id')
      .select('device.id')
      .where('learner.root_id', '=', learnerId)
      .where('device.expires_at', '>', clock.now())
      .execute()
    return {
      addresses: await addressesOf(db, learnerId),
      elsewhere: kinds.map((row) => row.kind),
      browsers: devices.length,
    }
  },
})
