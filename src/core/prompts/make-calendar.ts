import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { hashSecret, newSecret } from '../id.ts'
import { endCalendars } from './calendar-address.ts'

/** Makes the secret address of the acting learner's calendar. An earlier one ends with it. */
export const makeCalendar = define({
  input: z.strictObject({}),
  async run({ db, clock }, actor): Promise<{ secret: string }> {
    const rootId = requireLearner(actor)
    const secret = newSecret()
    const row = { secret_hash: hashSecret(secret), made_at: clock.now() }
    const keep = db.draft
      .insertInto('calendar_address')
      .values({ learner_id: rootId, ...row })
      // Pressed twice at once: the later one holds.
      .onConflict((c) => c.column('learner_id').doUpdateSet(row))
    await db.write([statement(endCalendars(db, rootId)), statement(keep)])
    return { secret }
  },
})
