import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Words that learners approve for their course, and the cards that trainers see of them. */
export const textsAndCards: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    await createTable(db, dialect, 'approved_text')
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('question_id', 'text', (c) => c.notNull())
      .addColumn('nth', whole, (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addColumn('approved_at', whole, (c) => c.notNull())
      .addColumn('withdrawn_at', whole)
      .addPrimaryKeyConstraint('approved_text_key', ['learner_id', 'question_id', 'nth'])
      .execute()

    await createTable(db, dialect, 'card')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('cohort_id', 'text', (c) => c.notNull().references('cohort.id').onDelete('cascade'))
      .addColumn('question_id', 'text', (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addColumn('place', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('reported', whole, (c) => c.notNull())
      .addColumn('reported_at', whole)
      .execute()
    await db.schema.createIndex('card_by_cohort').on('card').column('cohort_id').execute()

    await createTable(db, dialect, 'leaving_card')
      .addColumn('card_id', 'text', (c) => c.primaryKey())
      .addColumn('cohort_id', 'text', (c) => c.notNull())
      .addColumn('asked_at', whole, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('leaving_card_by_cohort').on('leaving_card').column('cohort_id').execute()

    await db.schema
      .alterTable('cohort')
      .addColumn('names_to_watch', 'text', (c) => c.notNull().defaultTo('[]'))
      .execute()
  },
})
