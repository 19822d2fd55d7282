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
  return { released: released as never, close: async () => void (db.isOpen && db.close()) }
}

/**
 * Asked by SQLite, while it compiles a statement, for each column that is read. `view` is the innermost view that the
 * reading comes from: a table is read only from inside a released one. All else is refused: functions, pragmas, the
 * schema, other files, transactions, writes.
 */
function authorize(action: number, table: string | null, _column: unknown, _database: unknown, view: string | null) {
  if (action === constants.SQLITE_SELECT) return constants.SQLITE_OK
  const allowed = action === constants.SQLITE_READ && (isReleased(table) || isReleased(view))
  return allowed ? constants.SQLITE_OK : constants.SQLITE_DENY
}

const isReleased = (name: string | null): boolean => name !== null && RELEASED_VIEWS.includes(name)

/** `with released_batch as (select … from answer)` would pass for the view of that name, so there is no WITH at all. */
function withoutWith(sql: string): string {
  if (/\bwith\b/i.test(sql)) throw new Error('A query of released views can’t have a WITH in it.')
  return sql
}
