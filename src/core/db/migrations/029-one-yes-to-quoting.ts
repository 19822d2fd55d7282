import type { Kysely } from 'kysely'
import type { Step } from '../migrate.ts'

/** Whether personal answers may be quoted is said once, in the ledger; prompts had a second switch, which a no there didn't reach. */
export const oneYesToQuoting: Step = () => ({
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('schedule').dropColumn('quoting').execute()
  },
})
