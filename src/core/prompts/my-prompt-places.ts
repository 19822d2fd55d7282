import { z } from 'zod'
import { learnerOf } from '../actor.ts'
import { define } from '../define.ts'
import { addressesOf } from '../learners/addresses.ts'
import { calendarSince } from './calendar-address.ts'
import { scheduleOf } from './settings.ts'

export interface PromptPlaces {
  /** Proven e-mail addresses to which prompts could go; null where this copy sends no e-mail. */
  addresses: string[] | null
  /** The one to which they go now. */
  address: string | null
  /** There is a calendar address. */
  calendar: boolean
}

/** Where the acting learner's prompts can go besides the companion on the web. */
export const myPromptPlaces = define({
  input: z.strictObject({}),
  async run({ db, config }, actor): Promise<PromptPlaces> {
    const learnerId = learnerOf(actor)
    const addresses = config.smtpUrl === null ? null : learnerId === null ? [] : await addressesOf(db, learnerId)
    if (learnerId === null) return { addresses, address: null, calendar: false }
    const row = await scheduleOf(db, learnerId)
    return {
      addresses,
      address: row?.channel === 'email' ? row.place : null,
      calendar: (await calendarSince(db, learnerId)) !== null,
    }
  },
})
