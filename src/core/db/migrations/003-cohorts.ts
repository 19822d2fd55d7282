import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Courses, who runs them, who joined; and what was released of their answers. */
export const cohorts: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    const ofCohort = (name: string) =>
      createTable(db, dialect, name).addColumn('cohort_id', 'text', (c) =>
        c.notNull().references('cohort.id').onDelete('cascade'),
      )

    await createTable(db, dialect, 'cohort')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('join_code', 'text', (c) => c.notNull().unique())
      .addColumn('k', whole, (c) => c.notNull())
      .addColumn('rhythm', 'text', (c) => c.notNull())
      .addColumn('people', whole)
      .addColumn('named_ticks', whole, (c) => c.notNull())
      .addColumn('made_at', whole, (c) => c.notNull())
      .execute()

    await ofCohort('cohort_question')
      .addColumn('question_id', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('cohort_question_key', ['cohort_id', 'question_id'])
      .execute()

    await ofCohort('cohort_tick')
      .addColumn('at', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint('cohort_tick_key', ['cohort_id', 'at'])
      .execute()

    await ofCohort('staff')
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('name', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('staff_key', ['cohort_id', 'learner_id'])
      .execute()
    await db.schema.createIndex('staff_by_learner').on('staff').column('learner_id').execute()

    await ofCohort('member')
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('counted', whole, (c) => c.notNull())
      .addColumn('joined_at', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint('member_key', ['cohort_id', 'learner_id'])
      .execute()
    await db.schema.createIndex('member_by_learner').on('member').column('learner_id').execute()

    await ofCohort('closing')
      .addColumn('closed_at', whole, (c) => c.notNull())
      .addColumn('took_part', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint('closing_key', ['cohort_id'])
      .execute()

    await ofCohort('batch')
      .addColumn('question_id', 'text', (c) => c.notNull())
      .addColumn('wording_hash', 'text', (c) => c.notNull())
      .addColumn('closed_at', whole, (c) => c.notNull())
      .addColumn('participation', 'text', (c) => c.notNull())
      .addColumn('picture', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('batch_key', ['cohort_id', 'question_id', 'wording_hash', 'closed_at'])
      .execute()

    await createTable(db, dialect, 'receipt')
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('question_id', 'text', (c) => c.notNull())
      .addColumn('nth', whole, (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('receipt_key', ['learner_id', 'question_id', 'nth'])
      .execute()
  },
})
