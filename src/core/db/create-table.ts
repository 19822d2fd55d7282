import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { Dialect } from './migrate.ts'

/** A table, STRICT on SQLite: otherwise an integer column swallows a text or a float there and PostgreSQL refuses it. */
export function createTable(db: Kysely<unknown>, dialect: Dialect, name: string): CreateTableBuilder<string> {
  const table = db.schema.createTable(name)
  return dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table
}

/** The column type of a time in milliseconds, or of any whole number. */
export const wholeNumber = (dialect: Dialect) => (dialect === 'sqlite' ? 'integer' : 'bigint')
