import type { Kysely } from 'kysely'
import type { Step } from '../migrate.ts'

/** A code is kept under who asked for it, so that no row says who asked last. Codes of before it live ten minutes. */
export const codesForEachAsker: Step = () => ({
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('code_request').dropColumn('learner_id').execute()
  },
})
