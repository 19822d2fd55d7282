import { type Kysely, sql } from 'kysely'
import { createTable, wholeNumber } from '../create-table.ts'
import type { Dialect, Step } from '../migrate.ts'

/** Studies, who said yes to which text, and what was exported. */
export const research: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    const whole = wholeNumber(dialect)
    const ofLearner = (name: string) =>
      createTable(db, dialect, name)
        .addColumn('learner_id', 'text', (c) => c.notNull().references('learner.id').onDelete('cascade'))
        .addColumn('number', whole, (c) => c.notNull())
        .addColumn('sealed', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint(`${name}_key`, ['learner_id', 'number'])
    const ofStudy = (name: string) =>
      createTable(db, dialect, name).addColumn('study_id', 'text', (c) =>
        c.notNull().references('study.id').onDelete('cascade'),
      )

    await createTable(db, dialect, 'study')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('closed_at', whole)
      .execute()

    await ofStudy('study_version')
      .addColumn('version', whole, (c) => c.notNull())
      .addColumn('opened_at', whole, (c) => c.notNull())
      .addColumn('definition', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('study_version_key', ['study_id', 'version'])
      .execute()

    await ofLearner('consent').execute()
    for (const statement of APPEND_ONLY[dialect]) await statement.execute(db)
    await ofLearner('background').execute()

    await ofStudy('study_export')
      .addColumn('quarter', 'text', (c) => c.notNull())
      .addColumn('version', whole, (c) => c.notNull())
      .addColumn('content_hash', 'text')
      .addPrimaryKeyConstraint('study_export_key', ['study_id', 'quarter'])
      .execute()

    await ofLearner('study_receipt').execute()
  },
})

/**
 * The ledger only grows. A row may go with its learner: when the foreign key's cascade deletes it, the learner's own row
 * is gone already, and that is how a trigger can tell an erasure from anything else.
 */
const APPEND_ONLY: Record<Dialect, ReturnType<typeof sql>[]> = {
  sqlite: [
    sql`create trigger consent_is_never_changed before update on consent
      begin select raise(abort, 'The ledger of consents is append-only.'); end`,
    sql`create trigger consent_goes_with_its_learner before delete on consent
      when exists (select 1 from learner where id = old.learner_id)
      begin select raise(abort, 'The ledger of consents is append-only.'); end`,
    // INSERT OR REPLACE deletes without a delete trigger: a number that is taken is passed over, as ON CONFLICT would.
    sql`create trigger consent_is_never_replaced before insert on consent
      when exists (select 1 from consent where learner_id = new.learner_id and number = new.number)
      begin select raise(ignore); end`,
  ],
  postgres: [
    sql`create function consent_is_append_only() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          if not exists (select 1 from learner where id = old.learner_id) then return old; end if;
        end if;
        raise exception 'The ledger of consents is append-only.';
      end $$`,
    sql`create trigger consent_is_never_changed before update or delete on consent
      for each row execute function consent_is_append_only()`,
    sql`create trigger consent_is_never_emptied before truncate on consent
      for each statement execute function consent_is_append_only()`,
  ],
}
