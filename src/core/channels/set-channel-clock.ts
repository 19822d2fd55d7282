import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { runningCohort } from '../cohorts/find-cohort.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { isZone } from '../local-time.ts'

const input = z.strictObject({
  cohort: z.string().max(100),
  zone: z.string().max(60).refine(isZone, 'Name a time zone such as Europe/London or Pacific/Auckland.'),
  /** 0 (Sunday) to 6. */
  daysOff: z.array(z.int().min(0).max(6)).max(6, 'Leave at least one day on which a question may be posted.'),
})

/** Says on whose clocks a cohort's posts are planned, and on which days none comes. What is planned keeps its moment. */
export const setChannelClock = define({
  input,
  async run(world, actor, { cohort: id, zone, daysOff }): Promise<{ zone: string; daysOff: number[] }> {
    const cohort = await runningCohort(world, requireTrainer(actor), id)
    const days = [...new Set(daysOff)].sort()
    const row = { zone, days_off: days.join('') }
    const insert = world.db.draft.insertInto('channel_clock').values({ cohort_id: cohort.id, ...row })
    await world.db.write([
      statement(
        insert.onConflict((c) => c.column('cohort_id').doUpdateSet(row)),
        1,
      ),
    ])
    return { zone, daysOff: days }
  },
})
