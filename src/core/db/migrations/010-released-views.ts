import { type Kysely, sql } from 'kysely'
import type { Step } from '../migrate.ts'

/** What trainers' pages may read. A view is read with its owner's rights; whoever reads it needs none on the table. */
export const releasedViews: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    // Without it PostgreSQL may show a function in somebody's query the rows that a view leaves out.
    const kept = dialect === 'postgres' ? sql`with (security_barrier)` : sql``
    await sql`create view released_batch ${kept} as
      select cohort_id, question_id, wording_hash, closed_at, participation, picture from batch`.execute(db)
    await sql`create view released_card ${kept} as
      select id, cohort_id, question_id, sealed, place, state, reported from card`.execute(db)
    await sql`create view released_gap ${kept} as
      select cohort_id, closed_at, cluster, shown from gap_batch`.execute(db)
  },
})
