import type { Kysely } from 'kysely'
import { wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Answers may settle before a picture is made of them, and people are told apart by their mailboxes at every tick. */
export const settling: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const cohort = (await db.introspection.getTables()).find((table) => table.name === 'cohort')
    // For a day these stood in migration 007: a place that was made on it has them.
    if (!cohort?.columns.some((column) => column.name === 'settle_days'))
      await db.schema
        .alterTable('cohort')
        .addColumn('settle_days', wholeNumber(dialect), (c) => c.notNull().defaultTo(0))
        .execute()
    await db.schema.createIndex('identity_by_mailbox').ifNotExists().on('identity').column('mailbox').execute()
  },
})
