import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Secret addresses at which a calendar shows when prompts come. */
export const calendarAddresses: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    await createTable(db, dialect, 'calendar_address')
      .addColumn('learner_id', 'text', (c) => c.primaryKey().references('learner.id').onDelete('cascade'))
      .addColumn('secret_hash', 'text', (c) => c.notNull().unique())
      .addColumn('made_at', wholeNumber(dialect), (c) => c.notNull())
      .execute()
  },
})
