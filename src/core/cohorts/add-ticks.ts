import { z } from 'zod'
import { requireTrainer } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import type { World } from '../world.ts'
import { runningCohort } from './find-cohort.ts'
import { type SetUp, setUpOf } from './set-up.ts'
import { checkTicks, DAY, tickTime } from './tick-time.ts'

const input = z.strictObject({
  cohort: z.string().max(100),
  ticks: z.array(tickTime).min(1, 'Give at least one time.').max(50, 'Add up to 50 times at once.'),
})

/**
 * Adds named ticks to a cohort with dates, each at least 24 hours ahead. Whether anybody has answered is not looked at,
 * so that taking or refusing a time tells nothing. A tick can't be moved or taken away.
 */
export const addTicks = define({
  input,
  async run(world, actor, sent): Promise<SetUp> {
    const cohort = await runningCohort(world, requireTrainer(actor), sent.cohort)
    if (cohort.rhythm === 'nightly') throw new AppError('invalid', 'This course’s pictures are made every night.')
    for (let tries = 0; tries < 3; tries++) if (await add(world, cohort.id, sent.ticks)) return setUpOf(world, cohort)
    throw new AppError('unavailable', 'Somebody else is adding times too. Please try again.')
  },
})

/** Adds times if they keep the rules together with those there are; false when others were added meanwhile. */
async function add({ db, clock }: World, cohortId: string, times: number[]): Promise<boolean> {
  const rows = await db.read.selectFrom('cohort_tick').select('at').where('cohort_id', '=', cohortId).execute()
  const known = rows.map((r) => r.at)
  checkTicks(
    times,
    known,
    clock.now() + DAY,
    'Choose times at least 24 hours from now, so that everybody can see them coming.',
  )
  const fresh = [...new Set(times)].filter((at) => !known.includes(at))
  if (fresh.length === 0) return true
  const count = db.draft.updateTable('cohort').set({ named_ticks: known.length + fresh.length })
  const result = await db.write([
    statement(count.where('id', '=', cohortId).where('named_ticks', '=', known.length), 1),
    statement(
      db.draft.insertInto('cohort_tick').values(fresh.map((at) => ({ cohort_id: cohortId, at }))),
      fresh.length,
    ),
  ])
  return result.committed
}
