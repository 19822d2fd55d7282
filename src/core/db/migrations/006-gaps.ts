import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** What the companion couldn't answer, and the headings under which enough people asked. */
export const gaps: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    const ofLearner = (name: string) =>
      createTable(db, dialect, name).addColumn('learner_id', 'text', (c) =>
        c.notNull().references('learner.id').onDelete('cascade'),
      )

    await ofLearner('gap')
      .addColumn('day', whole, (c) => c.notNull())
      .addColumn('nth', whole, (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull().unique())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addColumn('asked_at', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint('gap_key', ['learner_id', 'day', 'nth'])
      .execute()
    await db.schema.createIndex('gap_by_time').on('gap').column('asked_at').execute()

    await createTable(db, dialect, 'gap_batch')
      .addColumn('cohort_id', 'text', (c) => c.notNull().references('cohort.id').onDelete('cascade'))
      .addColumn('closed_at', whole, (c) => c.notNull())
      .addColumn('cluster', 'text', (c) => c.notNull())
      .addColumn('shown', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('gap_batch_key', ['cohort_id', 'closed_at', 'cluster'])
      .execute()

    await ofLearner('gap_receipt')
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('gap_receipt_key', ['learner_id', 'id'])
      .execute()
  },
})
