import type { Kysely } from 'kysely'
import { createTable } from '../create-table.ts'
import type { Step } from '../migrate.ts'

/** Chats in Teams that prompts can be sent to. */
export const teamsChats: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    await createTable(db, dialect, 'teams_chat')
      .addColumn('place', 'text', (c) => c.primaryKey())
      .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
      .addColumn('sealed_chat', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('teams_chat_by_learner').on('teams_chat').column('learner_id').execute()
  },
})
