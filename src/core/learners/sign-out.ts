import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { hashSecret } from '../id.ts'
import { endCalendars } from '../prompts/calendar-address.ts'
import { findBrowser } from './browsers.ts'
import { canComeBack } from './can-come-back.ts'
import { closeElsewhere, endOffers } from './close-elsewhere.ts'

const input = z.strictObject({
  /** The secret in this browser's cookie. */
  secret: z.string().max(200).nullable(),
  /** All browsers of this learner. */
  everywhere: z.boolean().default(false),
  /** One of this learner's browsers instead, by its name in `myAccount`. */
  browser: z.string().max(64).optional(),
})

/**
 * Forgets this browser, another one, or every browser of the learner. Codes and links that wait end with any of them, and
 * the calendar with all. Somebody who has no way back to their answers is
 * told what to do before this one goes; another goes all the same, since it may be a lost phone.
 */
export const signOut = define({
  input,
  async run(world, actor, { secret, everywhere, browser }): Promise<void> {
    const learnerId = learnerOf(actor)
    if (learnerId === null) return
    const { db } = world
    const here = hashSecret(secret ?? '')
    const comesBack = await canComeBack(db, learnerId)
    if (!comesBack && browser === undefined)
      throw new AppError(
        'invalid',
        'Your answers are only in this browser, so signing out would lose them. Keep them safe with your e-mail address first, or delete everything.',
      )
    const devices = db.draft.deleteFrom('device')
    if (everywhere) await db.write([...closeElsewhere(db, learnerId), statement(endCalendars(db, learnerId))])
    else if (browser === undefined)
      await db.write([statement(devices.where('secret_hash', '=', here)), endOffers(db, learnerId)])
    else
      for (const id of await findBrowser(db, learnerId, browser)) {
        const there = devices.where('id', '=', id)
        await db.write([
          statement(comesBack ? there : there.where('secret_hash', '<>', here)),
          endOffers(db, learnerId),
        ])
      }
  },
})
