import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Replies that wait, for an hour, for the one person who asked where others read along. */
export const asides: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    await createTable(db, dialect, 'aside')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('place', 'text', (c) => c.notNull())
      .addColumn('asker', 'text', (c) => c.notNull())
      .addColumn('sealed_replies', 'text', (c) => c.notNull())
      .addColumn('ends_at', wholeNumber(dialect), (c) => c.notNull())
      .execute()
    await db.schema.createIndex('aside_by_place').on('aside').columns(['place', 'asker']).execute()
    await db.schema.createIndex('aside_by_time').on('aside').column('ends_at').execute()
  },
})
