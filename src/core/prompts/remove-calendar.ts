import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { endCalendars } from './calendar-address.ts'

/** Ends the acting learner's calendar address at once. Calendars may go on showing what they have fetched. */
export const removeCalendar = define({
  input: z.strictObject({}),
  async run({ db }, actor): Promise<void> {
    await db.write([statement(endCalendars(db, requireLearner(actor)))])
  },
})
