import { constants, type DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { type OpenReleased, RELEASED_VIEWS, type ReleasedDatabase } from './released.ts'
import { openSqliteFile, sqliteDialect } from './sqlite-file.ts'

/** A read-only connection on which SQLite itself lets nothing through but a SELECT from the released views. */
export function openReleasedSqlite(file: string): OpenReleased {
  const db = openSqliteFile(file, { readOnly: true })
  db.setAuthorizer(authorize)
  const guarded: Pick<DatabaseSync, 'prepare' | 'close'> = {
    prepare: (sql) => db.prepare(withoutWith(sql)),
    close: () => db.close(),
  }
  const released = new Kysely<ReleasedDatabase>({ dialect: sqliteDialect(guarded) })
  return { released: released as never, close: async () => db.close() }
}

/**
 * Asked by SQLite for every column that a statement reads, while it compiles it. `view` is the innermost view that the
 * reading comes from; a table is read only from inside a released one. All else is refused: functions, pragmas, the
 * schema, other files, writes, and a table or view of which no column is read, such as in `count(*)`: there SQLite
 * doesn't say whether it was the view that was counted or the table under it.
 */
function authorize(
  action: number,
  table: string | null,
  column: string | null,
  database: string | null,
  view: string | null,
): number {
  if (action === constants.SQLITE_SELECT) return constants.SQLITE_OK
  if (action !== constants.SQLITE_READ || database !== 'main' || !column) return constants.SQLITE_DENY
  return isReleased(table) || isReleased(view) ? constants.SQLITE_OK : constants.SQLITE_DENY
}

const isReleased = (name: string | null): boolean => name !== null && RELEASED_VIEWS.includes(name)

/** `with released_batch as (select … from answer)` would pass for the view of that name, so there is no WITH at all. */
function withoutWith(sql: string): string {
  if (/\bwith\b/i.test(sql)) throw new Error('A query of released views can’t have a WITH in it.')
  return sql
}
