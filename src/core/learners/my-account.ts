import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { addressesOf } from './addresses.ts'
import { type Browser, browsersOf } from './browsers.ts'
import { canComeBack, passkeysOf } from './can-come-back.ts'
import type { IdentityTable } from './table.ts'

export interface MyAccount {
  /** E-mail addresses that were proven. */
  addresses: string[]
  /** Where else this notebook is used, for example Slack. */
  elsewhere: IdentityTable['kind'][]
  /** The organisation whose sign-in can be used here, and whether it opens this notebook already. */
  organisation: { name: string; opens: boolean } | null
  /** How many passkeys open this notebook. */
  passkeys: number
  /** Signing out loses nothing. */
  canComeBack: boolean
  /** The browsers that hold this notebook, the one that asks first. */
  browsers: Browser[]
}

/** How the acting learner can come back to their notebook. A visitor has nothing to come back to. */
export const myAccount = define({
  input: z.strictObject({
    /** The secret in this browser's cookie: it tells which of them asks. */
    secret: z.string().max(200).nullable().default(null),
  }),
  async run({ db, clock, config }, actor, { secret }): Promise<MyAccount> {
    const learnerId = learnerOf(actor)
    const offered = config.organisation && { name: config.organisation.name, opens: false }
    if (learnerId === null)
      return { addresses: [], elsewhere: [], organisation: offered, passkeys: 0, canComeBack: false, browsers: [] }
    const kinds = await db.read
      .selectFrom('identity')
      .innerJoin('learner', 'learner.id', 'identity.learner_id')
      .select('identity.kind')
      .distinct()
      .where('learner.root_id', '=', learnerId)
      .where('identity.kind', 'in', ['slack', 'teams', 'organisation'])
      .orderBy('identity.kind')
      .execute()
    return {
      addresses: await addressesOf(db, learnerId),
      elsewhere: kinds.map((row) => row.kind).filter((kind) => kind !== 'organisation'),
      organisation: offered && { ...offered, opens: kinds.some((row) => row.kind === 'organisation') },
      passkeys: await passkeysOf(db, learnerId),
      canComeBack: await canComeBack(db, learnerId),
      browsers: await browsersOf(db, clock.now(), learnerId, secret),
    }
  },
})
