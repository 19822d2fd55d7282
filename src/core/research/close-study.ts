import { z } from 'zod'
import { requireSystem } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { notFound } from '../errors.ts'
import { studyId } from './study-definition.ts'

/** Ends a study for good: nobody can say yes any more, and nothing more is exported. Files that have left stay. */
export const closeStudy = define({
  input: z.strictObject({ study: studyId }),
  async run({ db, clock }, actor, { study }): Promise<{ id: string }> {
    requireSystem(actor)
    const close = db.draft.updateTable('study').set({ closed_at: clock.now() }).where('id', '=', study)
    const result = await db.write([statement(close.where('closed_at', 'is', null), 1)])
    if (!result.committed) throw notFound('an open study of that id')
    return { id: study }
  },
})
