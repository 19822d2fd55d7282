import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** What happens to a course after it was made: it ends, changes hands, shuts its door, asks questions of its own. */
export const cohortLife: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    await db.schema
      .alterTable('cohort')
      .addColumn('is_open', whole, (c) => c.notNull().defaultTo(1))
      .execute()
    await db.schema.alterTable('cohort').addColumn('demands', 'text').execute()
    await db.schema.alterTable('cohort').addColumn('archived_at', whole).execute()
    await db.schema.alterTable('cohort').addColumn('readable_until', whole).execute()
    await db.schema
      .alterTable('cohort')
      .addColumn('own_questions', whole, (c) => c.notNull().defaultTo(0))
      .execute()
    await db.schema.alterTable('staff').addColumn('left_at', whole).execute()

    await createTable(db, dialect, 'own_question')
      .addColumn('cohort_id', 'text', (c) => c.notNull().references('cohort.id').onDelete('cascade'))
      .addColumn('id', 'text', (c) => c.notNull().unique())
      .addColumn('asked', 'text', (c) => c.notNull())
      .addColumn('asked_at', whole, (c) => c.notNull())
      .addColumn('withdrawn_at', whole)
      .addPrimaryKeyConstraint('own_question_key', ['cohort_id', 'id'])
      .execute()

    await createTable(db, dialect, 'invitation')
      .addColumn('cohort_id', 'text', (c) => c.primaryKey().references('cohort.id').onDelete('cascade'))
      .addColumn('secret_hash', 'text', (c) => c.notNull().unique())
      .addColumn('expires_at', whole, (c) => c.notNull())
      .execute()
  },
})
