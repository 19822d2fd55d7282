import type { Compilable, Kysely } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from './database.ts'

/** One write of a unit. With `expect`, the unit only stands if it changes exactly so many rows. */
export interface Statement {
  sql: string
  parameters: readonly unknown[]
  expect?: number
}

/** A unit either stands whole, or nothing of it does and `at` says which statement changed another number of rows. */
export type UnitResult = { committed: true; changes: number[] } | { committed: false; at: number }

/** The database as verbs see it: reads at once, writes as whole units. There are no interactive transactions. */
export interface Db {
  dialect: 'sqlite' | 'postgres'
  read: ReadonlyKysely<Database>
  /** Builds statements for `write`; it can't run anything itself. */
  draft: Kysely<Database>
  /** Resolves after the commit is durable (fsync has returned). */
  write(unit: Statement[]): Promise<UnitResult>
  /**
   * Takes deleted rows out of the files: on SQLite out of the main file and the log beside it, on PostgreSQL out of the
   * tables that were named at opening. PostgreSQL's own log keeps them until it is recycled.
   */
  scrub(): Promise<void>
  close(): Promise<void>
}

/** A statement of a write unit, from a Kysely query. */
export function statement(query: Compilable, expect?: number): Statement {
  const { sql, parameters } = query.compile()
  return expect === undefined ? { sql, parameters } : { sql, parameters, expect }
}

/** The same connection with a type that has no writes; Kysely's two types don't convert on their own. */
export const readOnly = (db: Kysely<Database>): ReadonlyKysely<Database> => db as unknown as ReadonlyKysely<Database>
