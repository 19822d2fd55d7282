import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { append, nextNumber } from '../consents/ledger.ts'
import { define } from '../define.ts'
import { AppError, notFound } from '../errors.ts'
import { isRoot } from '../learners/join-learners.ts'
import { NoKey } from '../privacy/keys.ts'
import type { World } from '../world.ts'
import { forget } from './give-consent.ts'
import { type Consent, readLedger, standing } from './ledger.ts'
import { filesHolding } from './receipts.ts'

export interface TakenBack {
  /** The files that hold counts with this person in them. They have left, and nothing can be taken out of them. */
  files: string[]
}

/** A learner takes their yes to a study back, at any time. What they told for it goes; no later export holds them. */
export const takeBackConsent = define({
  input: z.strictObject({ study: z.string().max(100) }),
  async run(world, actor, { study }): Promise<TakenBack> {
    const learnerId = requireLearner(actor)
    const mine = await readLedger(world, [learnerId])
    if (!mine.some((consent) => consent.study === study)) throw notFound('that study')
    await takeBack(world, learnerId, (consent) => consent.study === study)
    // Read once it is taken back: an export that was under way has either counted them by now, or can’t any more.
    return { files: await filesHolding(world, learnerId, study) }
  },
})

/** Takes back every yes of somebody who is about to be erased, and names the files that hold them. */
export async function takeBackEverything(world: World, learnerId: string): Promise<string[]> {
  try {
    await takeBack(world, learnerId, () => true)
  } catch (error) {
    // Erased in another window a moment ago: the key went first.
    if (!(error instanceof NoKey)) throw error
  }
  return filesHolding(world, learnerId)
}

async function takeBack(world: World, learnerId: string, which: (consent: Consent) => boolean): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const ledger = (await readLedger(world, [learnerId])).filter(which)
    const given = [...standing(ledger).values()].filter((consent) => consent.given)
    if (given.length === 0) return
    const first = await nextNumber(world.db, learnerId)
    const rows = given.map(({ study, version, text, at }, i) =>
      append(world, learnerId, first + i, {
        study,
        version,
        text,
        given: false,
        at: Math.max(world.clock.now(), at + 1),
      }),
    )
    const result = await world.db.write([
      isRoot(world.db, learnerId),
      ...(await Promise.all(rows)),
      ...forget(world, ledger),
    ])
    if (result.committed) return
  }
  throw new AppError('unavailable', 'This couldn’t be taken back just now. Nothing was changed; please try again.')
}
