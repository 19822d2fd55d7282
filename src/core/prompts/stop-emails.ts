import { z } from 'zod'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { scheduleOfKey } from './stop-key.ts'

/**
 * Switches prompts off that come by e-mail, for whoever holds the key in one of them: nobody need be signed in. Prompts
 * that come somewhere else by now go on. Twice does no harm, nor after the notebook was deleted.
 */
export const stopEmails = define({
  input: z.strictObject({ key: z.string().max(200) }),
  async run({ db, keys }, _actor, { key }): Promise<void> {
    const scheduleId = scheduleOfKey(keys, key)
    if (scheduleId === null)
      throw new AppError('not-found', 'This link stops nothing. Please copy it whole from the end of the e-mail.')
    // Of notebooks that were joined, each may have had a schedule of its own.
    const theirs = db.draft
      .selectFrom('schedule')
      .innerJoin('learner', 'learner.id', 'schedule.learner_id')
      .innerJoin('learner as person', 'person.root_id', 'learner.root_id')
      .select('person.id')
      .where('schedule.id', '=', scheduleId)
    const byEmail = db.draft
      .selectFrom('schedule')
      .select('id')
      .where('channel', '=', 'email')
      .where('learner_id', 'in', theirs)
    const stop = db.draft
      .updateTable('schedule')
      .set(({ eb }) => ({ is_on: 0, next_at: null, asked_at: null, changed_at: eb('changed_at', '+', 1) }))
      .where('is_on', '=', 1)
      .where('id', 'in', byEmail)
    const drop = db.draft
      .updateTable('delivery')
      .set({ state: 'stopped' })
      .where('state', '=', 'waiting')
      .where('schedule_id', 'in', byEmail)
    await db.write([statement(stop), statement(drop)])
  },
})
