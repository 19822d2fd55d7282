import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Who is on their way to an organisation's sign-in, and must be the one who comes back. */
export const organisations: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    await createTable(db, dialect, 'organisation_visit')
      .addColumn('state_hash', 'text', (c) => c.primaryKey())
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('verifier', 'text', (c) => c.notNull())
      .addColumn('nonce', 'text', (c) => c.notNull())
      .addColumn('expires_at', wholeNumber(dialect), (c) => c.notNull())
      .execute()
  },
})
