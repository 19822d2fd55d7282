import type { Kysely } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Answers that learners tie to clauses, and their notes to an assessor. */
export const evidence: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    for (const name of ['evidence', 'evidence_note'])
      await createTable(db, dialect, name)
        .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
        .addColumn('place', 'text', (c) => c.notNull())
        .addColumn('sealed', 'text', (c) => c.notNull())
        .addColumn('changed_at', wholeNumber(dialect), (c) => c.notNull())
        .addPrimaryKeyConstraint(`${name}_key`, ['learner_id', 'place'])
        .execute()
  },
})
