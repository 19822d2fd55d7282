import { type Kysely, sql } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { createTable, wholeNumber } from './create-table.ts'
import { type Db, type Statement, statement } from './db.ts'
import { inChunks } from './in-chunks.ts'
import { migrate, type Step } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

interface KeysDatabase {
  learner_key: { learner_id: string; wrapped: string; made_at: number }
  installation: { one: number; key_fingerprint: string }
}

const first: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    await createTable(db, dialect, 'learner_key')
      .addColumn('learner_id', 'text', (c) => c.primaryKey())
      .addColumn('wrapped', 'text', (c) => c.notNull())
      .addColumn('made_at', wholeNumber(dialect), (c) => c.notNull())
      .execute()
    await createTable(db, dialect, 'installation')
      .addColumn('one', wholeNumber(dialect), (c) => c.primaryKey().check(sql`one = 1`))
      .addColumn('key_fingerprint', 'text', (c) => c.notNull())
      .execute()
  },
})

/** PostgreSQL samples each column for its planner, in a table where keys would outlive their rows. */
const unsampled: Step = (dialect) => ({
  async up(db: Kysely<unknown>) {
    if (dialect === 'postgres') await sql`alter table learner_key alter column wrapped set statistics 0`.execute(db)
  },
})

export interface KeyQueries {
  mark(): Promise<string | null>
  setMark(fingerprint: string): Statement
  /** The wrapped keys of these learners; who has none any more is left out. */
  wrapped(learnerIds: string[]): Promise<{ learner_id: string; wrapped: string }[]>
  insert(learnerId: string, wrapped: string, now: number): Statement
  /** Changes nothing when there is one already. */
  insertOnce(id: string, wrapped: string, now: number): Statement
  remove(learnerId: string): Statement
}

/** The store of keys as a database of its own, with its own migrations. */
export async function openKeysDatabase(
  target: { file: string } | { url: string },
): Promise<{ db: Db; query: KeyQueries }> {
  // No copy: it would keep keys for as long as nobody thinks of it, also those that are destroyed.
  await migrate(target, { 'keys-001-first': first, 'keys-002-unsampled': unsampled }, { copy: false })
  const db = 'file' in target ? await openSqlite(target.file) : await openPostgres(target.url, ['learner_key'])
  const read = db.read as unknown as ReadonlyKysely<KeysDatabase>
  const draft = db.draft as unknown as Kysely<KeysDatabase>
  return {
    db,
    query: {
      mark: async () =>
        (await read.selectFrom('installation').select('key_fingerprint').executeTakeFirst())?.key_fingerprint ?? null,
      setMark: (key_fingerprint) => statement(draft.insertInto('installation').values({ one: 1, key_fingerprint })),
      wrapped: (ids) =>
        inChunks(ids, (chunk) =>
          read.selectFrom('learner_key').select(['learner_id', 'wrapped']).where('learner_id', 'in', chunk).execute(),
        ),
      insert: (learner_id, wrapped, made_at) =>
        statement(draft.insertInto('learner_key').values({ learner_id, wrapped, made_at })),
      insertOnce: (learner_id, wrapped, made_at) =>
        statement(
          draft
            .insertInto('learner_key')
            .values({ learner_id, wrapped, made_at })
            .onConflict((c) => c.doNothing()),
        ),
      remove: (id) => statement(draft.deleteFrom('learner_key').where('learner_id', '=', id)),
    },
  }
}
