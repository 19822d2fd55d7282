import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** The last turns of somebody's conversation with the companion on the web. */
export const conversations: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    await createTable(db, dialect, 'turn')
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('nth', whole, (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addColumn('said_at', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint('turn_key', ['learner_id', 'id'])
      .execute()
    await db.schema.createIndex('turn_by_time').on('turn').column('said_at').execute()
  },
})
