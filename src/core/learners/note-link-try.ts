import { statement } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { hashSecret } from '../id.ts'
import type { World } from '../world.ts'
import { LINK_MINUTES, type Linkable, TRIES_A_DAY, TRIES_A_LINK } from './link-rules.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/**
 * Counts that a code was typed from an account, before anybody looks whether it is right. Counted by account, so that a
 * new notebook buys no more tries; refused where that would be too many.
 */
export async function noteLinkTry({ db, clock }: World, { kind, subject }: Linkable): Promise<void> {
  const now = clock.now()
  const account_hash = hashSecret(`${kind}:${subject}`)
  // A second look is enough: the first can only lose to a try that was counted meanwhile.
  for (let tries = 0; tries < 10; tries++) {
    const known = await db.read
      .selectFrom('link_try')
      .select('tried_at')
      .where('account_hash', '=', account_hash)
      .executeTakeFirst()
    const before = known?.tried_at ?? '[]'
    const row = { account_hash, tried_at: JSON.stringify(withThis(JSON.parse(before), now)), last_tried_at: now }
    const note = db.draft
      .insertInto('link_try')
      .values(row)
      .onConflict((c) => c.column('account_hash').doUpdateSet(row).where('link_try.tried_at', '=', before))
    const forget = db.draft.deleteFrom('link_try').where('last_tried_at', '<', now - DAY)
    if ((await db.write([statement(note, 1), statement(forget)])).committed) return
  }
  throw tooMany()
}

/** The times of the last day with this one. Times to come are from before the clock was set back. */
function withThis(before: number[], now: number): number[] {
  const lately = before.filter((at) => at > now - DAY && at <= now)
  const just = lately.filter((at) => at > now - LINK_MINUTES * MINUTE)
  if (just.length >= TRIES_A_LINK || lately.length >= TRIES_A_DAY) throw tooMany()
  return [...lately, now]
}

const tooMany = (): AppError =>
  new AppError(
    'too-many',
    `That’s a lot of codes from one account. Please wait ${LINK_MINUTES} minutes, then make a new one.`,
  )
