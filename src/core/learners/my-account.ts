import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { type Account, accountsOf } from './accounts.ts'
import { addressesOf } from './addresses.ts'
import { type Browser, browsersOf } from './browsers.ts'
import { canComeBack, passkeysOf } from './can-come-back.ts'
import type { Linkable } from './link-rules.ts'

export interface MyAccount {
  /** E-mail addresses that were proven. */
  addresses: string[]
  /** Accounts elsewhere from which this notebook is written to, for example in Slack. */
  accounts: Account[]
  /** Where this copy can be linked to. */
  linkable: Linkable['kind'][]
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
    // No channel for Teams is open yet.
    const linkable: Linkable['kind'][] = config.slack ? ['slack'] : []
    const offered = config.organisation && { name: config.organisation.name, opens: false }
    if (learnerId === null) {
      const none = { addresses: [], accounts: [], passkeys: 0, canComeBack: false, browsers: [] }
      return { ...none, linkable, organisation: offered }
    }
    const organisations = await db.read
      .selectFrom('identity')
      .innerJoin('learner', 'learner.id', 'identity.learner_id')
      .select('identity.kind')
      .where('learner.root_id', '=', learnerId)
      .where('identity.kind', '=', 'organisation')
      .execute()
    return {
      addresses: await addressesOf(db, learnerId),
      accounts: await accountsOf(db, learnerId),
      linkable,
      organisation: offered && { ...offered, opens: organisations.length > 0 },
      passkeys: await passkeysOf(db, learnerId),
      canComeBack: await canComeBack(db, learnerId),
      browsers: await browsersOf(db, clock.now(), learnerId, secret),
    }
  },
})
