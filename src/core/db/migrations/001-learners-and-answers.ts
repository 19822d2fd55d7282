import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** A person here, their browsers and sign-ins, and what they wrote. */
export const answers: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    await createTable(db, dialect, 'learner')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('root_id', 'text', (c) => c.notNull())
      .addColumn('started_at', whole, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('learner_by_root').on('learner').column('root_id').execute()

    await createTable(db, dialect, 'device')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('secret_hash', 'text', (c) => c.notNull().unique())
      .addColumn('started_at', whole, (c) => c.notNull())
      .addColumn('expires_at', whole, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('device_by_learner').on('device').column('learner_id').execute()

    await createTable(db, dialect, 'identity')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('verified_at', whole)
      .addPrimaryKeyConstraint('identity_key', ['kind', 'subject'])
      .execute()
    await db.schema.createIndex('identity_by_learner').on('identity').column('learner_id').execute()

    await createTable(db, dialect, 'wording')
      .addColumn('question_id', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('asked', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('wording_key', ['question_id', 'hash'])
      .execute()

    await createTable(db, dialect, 'answer')
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('question_id', 'text', (c) => c.notNull())
      .addColumn('number', whole, (c) => c.notNull())
      .addColumn('operation_id', 'text', (c) => c.notNull())
      .addColumn('wording_hash', 'text', (c) => c.notNull())
      .addColumn('sealed_value', 'text', (c) => c.notNull())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('saved_at', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint('answer_key', ['learner_id', 'question_id', 'number'])
      .addUniqueConstraint('answer_operation', ['learner_id', 'operation_id'])
      .execute()
  },
})
