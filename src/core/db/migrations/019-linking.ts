import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Accounts elsewhere that are linked to a notebook and unlinked again, and the codes and links that do it. */
export const linking: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    await db.schema.alterTable('identity').addColumn('linked_at', whole).execute()
    await createTable(db, dialect, 'link_offer')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('kind', 'text')
      .addColumn('subject', 'text')
      .addColumn('expires_at', whole, (c) => c.notNull())
      .execute()
    await createTable(db, dialect, 'link_try')
      .addColumn('account_hash', 'text', (c) => c.primaryKey())
      .addColumn('tried_at', 'text', (c) => c.notNull())
      .addColumn('last_tried_at', whole, (c) => c.notNull())
      .execute()
    await createTable(db, dialect, 'former_account')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('unlinked_at', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint('former_account_key', ['kind', 'subject', 'learner_id'])
      .execute()
    await db.schema.createIndex('former_account_by_learner').on('former_account').column('learner_id').execute()
  },
})
