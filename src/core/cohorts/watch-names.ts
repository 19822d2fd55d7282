import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { staffedCohort } from './find-cohort.ts'
import { namesToWatch } from './names-to-watch.ts'

/**
 * Changes the names that are pointed out to learners in words that they want to show. They come from the trainer alone:
 * a list of who joined would let any member try out names and see who is there.
 */
export const watchNames = define({
  input: z.strictObject({ cohort: z.string().max(100), names: namesToWatch }),
  async run(world, actor, sent): Promise<{ names: string[] }> {
    const cohort = await staffedCohort(world, requireTrainer(actor), sent.cohort)
    const { db } = world
    const change = db.draft.updateTable('cohort').set({ names_to_watch: JSON.stringify(sent.names) })
    await db.write([statement(change.where('id', '=', cohort.id), 1)])
    return { names: sent.names }
  },
})
