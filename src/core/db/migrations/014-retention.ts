import type { Kysely } from 'kysely'
import { wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Answers that were brought along in a file, and when a notebook was last used. */
export const retention: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    await db.schema.alterTable('answer').addColumn('imported_at', whole).execute()
    await db.schema.alterTable('answer').addColumn('sealed_asked', 'text').execute()
    await db.schema.alterTable('learner').addColumn('used_until', whole).execute()
    await db.schema.alterTable('learner').addColumn('warned_at', whole).execute()
  },
})
