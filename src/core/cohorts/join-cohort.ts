import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { noteChoice } from '../consents/note-choice.ts'
import { type Db, type Statement, statement } from '../db/db.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { aboutCounting, cohortByCode, hasRun, membershipRows } from './find-cohort.ts'
import { joinCodeOf } from './join-code.ts'

const input = z.strictObject({
  code: z.string('Type the code you were given.').max(200, 'A code is three words and a number.').transform(joinCodeOf),
  /** Whether this person's answers may be counted. There is no default: it is theirs to choose. */
  counted: z.boolean('Choose whether your answers may be counted.'),
})

/** Said to everybody alike: it depends on what the trainer chose, never on who has joined. */
const SHUT = 'This course takes no new people just now. Please ask whoever gave you the code.'

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
    if (await hasRun(db, learnerId, cohort.id))
      throw new AppError('invalid', 'You run this course, or have run it, so your own answers can’t be counted in it.')
    for (let tries = 0; tries < 5; tries++) {
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
      const about = aboutCounting(cohort)
      const result = await db.write([
        ...(known.length ? [statement(chooses, known.length)] : [stillOpen(db, cohort.id), statement(joins, 1)]),
        ...(await noteChoice(world, learnerId, about, counted)),
      ])
      if (result.committed) return { id: cohort.id, name: cohort.name, counted }
      if (!known.length && result.at === 0) throw new AppError('invalid', SHUT)
    }
    throw new AppError('unavailable', 'This couldn’t be saved just now. Nothing was changed; please try again.')
  },
})

/** The unit that joins somebody only stands while the door is open, and the course goes on. */
const stillOpen = (db: Db, cohortId: string): Statement =>
  statement(
    db.draft
      .updateTable('cohort')
      .set({ is_open: 1 })
      .where('id', '=', cohortId)
      .where('is_open', '=', 1)
      .where('archived_at', 'is', null),
    1,
  )
