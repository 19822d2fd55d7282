import type { Kysely } from 'kysely'
import { wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** A browser on a computer that others use is forgotten when it is closed, and at the latest after some hours. */
export const sharedComputers: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('device')
      .addColumn('shared', wholeNumber(dialect), (c) => c.notNull().defaultTo(0))
      .execute()
  },
})
