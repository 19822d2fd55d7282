import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { hashSecret } from '../id.ts'
import type { World } from '../world.ts'
import { forgetCodes, makeCode } from './account.ts'
import { codeLetter } from './code-letter.ts'
import { CODE_DIGITS, CODE_MINUTES, CODES_A_DAY, CODES_A_MINUTE } from './code-rules.ts'
import { emailAddress } from './email-address.ts'
import { learnersOf } from './erase-learner.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE

export interface CodeSent {
  digits: number
  minutes: number
  /** There is no mail server: the letter is printed where the program was started. */
  printed: boolean
}

/**
 * Mails a code to an address. The reply is the same whether anybody here has that address. The code works only for the
 * learner who asks: otherwise somebody could ask for a code to your address and be let in when you type it.
 */
export const askForCode = define({
  input: z.strictObject({ email: emailAddress }),
  async run(world, actor, { email }): Promise<CodeSent> {
    const learnerId = requireLearner(actor)
    await noteRequest(world, email, learnerId)
    const code = await makeCode(world, learnerId, email)
    await world.mail(codeLetter(email, code, world.config.url)).catch((error: Error & { code?: string }) => {
      world.log('mail-failed', { code: error.code ?? error.name })
      throw new AppError('unavailable', 'We couldn’t send the letter just now. Nothing is lost; please try again soon.')
    })
    return { digits: CODE_DIGITS, minutes: CODE_MINUTES, printed: world.config.smtpUrl === null }
  },
})

/** Counts the request against the address's limits, and puts the asker's earlier codes to it out. Nobody else's. */
async function noteRequest(world: World, address: string, learnerId: string): Promise<void> {
  const { db } = world
  const now = world.clock.now()
  const address_hash = hashSecret(address)
  // A second look is enough: the first can only lose to a request that was counted meanwhile.
  for (let tries = 0; tries < 10; tries++) {
    const known = await db.read
      .selectFrom('code_request')
      .select('asked_at')
      .where('address_hash', '=', address_hash)
      .executeTakeFirst()
    const before = known?.asked_at ?? '[]'
    const asked = checkLimits(JSON.parse(before), now)
    const row = { address_hash, asked_at: JSON.stringify(asked), last_asked_at: now }
    const note = db.draft
      .insertInto('code_request')
      .values(row)
      .onConflict((c) => c.column('address_hash').doUpdateSet(row).where('code_request.asked_at', '=', before))
    const noted = await db.write([statement(note, 1), forgetCodes(db, await learnersOf(db, learnerId), address)])
    if (noted.committed) return
  }
  throw new AppError('too-many', 'Several codes are on their way to that address already. Please wait a minute.')
}

/** The times of the last day with this one, or an error when that would be too many. */
function checkLimits(before: number[], now: number): number[] {
  // Times to come are from before the clock was set back: they must not lock anybody out.
  const lately = before.filter((at) => at > now - DAY && at <= now)
  if (lately.filter((at) => at > now - MINUTE).length >= CODES_A_MINUTE)
    throw new AppError('too-many', 'That’s a lot of codes for one address. Please wait a minute, then ask again.')
  if (lately.length >= CODES_A_DAY)
    throw new AppError('too-many', 'No more codes can go to that address today. Please try again tomorrow.', {
      wait: Math.min(...lately) + DAY - now,
    })
  return [...lately, now]
}

/** The statement that forgets addresses of which nobody has asked for a day. */
export const forgetOldRequests = ({ db, clock }: World): Statement =>
  statement(db.draft.deleteFrom('code_request').where('last_asked_at', '<', clock.now() - DAY))
