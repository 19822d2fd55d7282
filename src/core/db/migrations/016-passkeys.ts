import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Passkeys, and the challenges that a browser answers with one. */
export const passkeys: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    await createTable(db, dialect, 'passkey')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('public_key', 'text', (c) => c.notNull())
      .addColumn('uses', whole, (c) => c.notNull())
      .addColumn('made_at', whole, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('passkey_by_learner').on('passkey').column('learner_id').execute()
    await createTable(db, dialect, 'challenge')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('learner_id', 'text', (c) => c.references('learner.id').onDelete('cascade'))
      .addColumn('expires_at', whole, (c) => c.notNull())
      .execute()
  },
})
