import { type Kysely, sql } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Dialect, Step } from '../migrate.ts'

/** Slack in many workspaces: a token for each, and conversations that say whose they are. */
export const workspaces: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    await createTable(db, dialect, 'slack_workspace')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('key_id', 'text', (c) => c.notNull())
      .addColumn('sealed_token', 'text', (c) => c.notNull())
      .addColumn('installed_at', whole, (c) => c.notNull())
      .execute()
    await createTable(db, dialect, 'slack_visit')
      .addColumn('state_hash', 'text', (c) => c.primaryKey())
      .addColumn('browser_hash', 'text', (c) => c.notNull())
      .addColumn('expires_at', whole, (c) => c.notNull())
      .execute()
    await db.schema.alterTable('schedule').addColumn('cut_off_at', whole).execute()
    await nameWorkspaces(db, dialect)
  },
})

/** Until now there was one workspace, so whoever has an account in Slack has it there: `T1:U1` says which it is. */
async function nameWorkspaces(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const colon = sql.raw(dialect === 'sqlite' ? "instr(subject, ':')" : "strpos(subject, ':')")
  const workspaceOf = (learner: string) => sql`(
    select min(substr(subject, 1, ${colon} - 1)) from identity
    join learner own on own.id = identity.learner_id
    join learner mine on mine.root_id = own.root_id
    where identity.kind = 'slack' and mine.id = ${sql.ref(learner)})`
  await sql`update schedule set place = ${workspaceOf('schedule.learner_id')} || '/' || place
    where channel = 'slack' and place is not null and ${workspaceOf('schedule.learner_id')} is not null`.execute(db)
  await sql`update dialogue set conversation = 'slack/' || ${workspaceOf('dialogue.learner_id')} || substr(conversation, 6)
    where conversation like 'slack/%' and ${workspaceOf('dialogue.learner_id')} is not null`.execute(db)
}
