import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Db } from './db.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** Brings the schema up to date and opens the database that the settings name. */
export async function connect(config: Config): Promise<Db> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const file = join(config.dataDir, 'standpoint.db')
  await migrate(config.databaseUrl ? { url: config.databaseUrl } : { file }, migrations)
  return config.databaseUrl ? openPostgres(config.databaseUrl) : openSqlite(file)
}
