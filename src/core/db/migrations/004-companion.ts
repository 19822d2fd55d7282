import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Where conversations with the companion have got to, and which events were already taken. */
export const companion: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    await createTable(db, dialect, 'dialogue')
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('conversation', 'text', (c) => c.notNull())
      .addColumn('sealed_state', 'text', (c) => c.notNull())
      .addColumn('changed_at', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint('dialogue_key', ['learner_id', 'conversation'])
      .execute()

    await createTable(db, dialect, 'companion_event')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('seen_at', whole, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('companion_event_by_time').on('companion_event').column('seen_at').execute()
  },
})
