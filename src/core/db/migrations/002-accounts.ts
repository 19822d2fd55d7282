import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Proven e-mail addresses: better-auth's tables without what we don't keep, trainers, and who asked for a code. */
export const accounts: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    await db.schema.alterTable('identity').addColumn('mailbox', 'text').execute()

    await createTable(db, dialect, 'trainer')
      .addColumn('address', 'text', (c) => c.primaryKey())
      .addColumn('added_at', whole, (c) => c.notNull())
      .execute()

    await createTable(db, dialect, 'code_request')
      .addColumn('address_hash', 'text', (c) => c.primaryKey())
      .addColumn('learner_id', 'text')
      .addColumn('asked_at', 'text', (c) => c.notNull())
      .addColumn('last_asked_at', whole, (c) => c.notNull())
      .execute()

    await createTable(db, dialect, 'account_user')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('address', 'text', (c) => c.notNull().unique())
      .addColumn('is_verified', whole, (c) => c.notNull())
      .addColumn('created_at', whole, (c) => c.notNull())
      .addColumn('updated_at', whole, (c) => c.notNull())
      .execute()

    await createTable(db, dialect, 'account_code')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('identifier', 'text', (c) => c.notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .addColumn('expires_at', whole, (c) => c.notNull())
      .addColumn('created_at', whole, (c) => c.notNull())
      .addColumn('updated_at', whole, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('account_code_by_identifier').on('account_code').column('identifier').execute()

    await createTable(db, dialect, 'account_session')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('account_id', 'text', (c) => c.notNull().references('account_user.id').onDelete('cascade'))
      .addColumn('token', 'text', (c) => c.notNull().unique())
      .addColumn('expires_at', whole, (c) => c.notNull())
      .addColumn('created_at', whole, (c) => c.notNull())
      .addColumn('updated_at', whole, (c) => c.notNull())
      .execute()
  },
})
