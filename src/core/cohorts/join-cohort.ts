import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { cohortByCode, membershipRows, runs } from './find-cohort.ts'
import { joinCodeOf } from './join-code.ts'

const input = z.strictObject({
  code: z.string('Type the code you were given.').max(200, 'A code is three words and a number.').transform(joinCodeOf),
  /** Whether this person's answers may be counted. There is no default: it is theirs to choose. */
  counted: z.boolean('Choose whether your answers may be counted.'),
})

export interface Joined {
  id: string
  name: string
  counted: boolean
}

/** Joins a cohort, or changes the choice of somebody who has joined already. The trainer is told nothing about it. */
export const joinCohort = define({
  input,
  async run(world, actor, { code, counted }): Promise<Joined> {
    const learnerId = requireLearner(actor)
    const { db } = world
    const cohort = await cohortByCode(db, code)
    if (await runs(db, learnerId, cohort.id))
      throw new AppError('invalid', 'You run this course, so your own answers can’t be counted in it.')
    const known = (await membershipRows(db, learnerId, cohort.id)).map((row) => row.learner_id)
    const flag = counted ? 1 : 0
    const row = { cohort_id: cohort.id, learner_id: learnerId, counted: flag, joined_at: world.clock.now() }
    const joins = db.draft
      .insertInto('member')
      .values(row)
      .onConflict((c) => c.columns(['cohort_id', 'learner_id']).doUpdateSet({ counted: flag }))
    const chooses = db.draft
      .updateTable('member')
      .set({ counted: flag })
      .where('cohort_id', '=', cohort.id)
      .where('learner_id', 'in', known)
    await db.write([known.length ? statement(chooses, known.length) : statement(joins, 1)])
    return { id: cohort.id, name: cohort.name, counted }
  },
})
