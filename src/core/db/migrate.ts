import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { openPool } from './postgres.ts'
import { openSqliteFile, sqliteDialect } from './sqlite-file.ts'

export type Dialect = 'sqlite' | 'postgres'
/** A migration says what to do on either database. */
export type Step = (dialect: Dialect) => Migration

/**
 * Brings the schema up to date, each migration whole or not at all, with a copy of the SQLite file made before unless
 * `copy` is false.
 * A schema newer than this program stops the start.
 */
export async function migrate(
  target: { file: string } | { url: string },
  steps: Record<string, Step>,
  { copy = true } = {},
): Promise<void> {
  const dialect: Dialect = 'file' in target ? 'sqlite' : 'postgres'
  const isNew = 'file' in target && !existsSync(target.file)
  const db = new Kysely<unknown>({
    dialect:
      'file' in target
        ? sqliteDialect(openSqliteFile(target.file))
        : new PostgresDialect({ pool: openPool(target.url, 2) }),
  })
  const provider = {
    getMigrations: async () => Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, step(dialect)])),
  }
  const migrator = new Migrator({ db, provider })
  try {
    if ('file' in target && !isNew && copy) await backUpBeforeChange(migrator, target.file)
    const { error } = await migrator.migrateToLatest()
    if (error) throw explain(error)
  } finally {
    await db.destroy()
  }
}

async function backUpBeforeChange(migrator: Migrator, file: string): Promise<void> {
  const steps = await migrator.getMigrations().catch((error) => {
    throw explain(error)
  })
  const next = steps.find((m) => !m.executedAt)
  if (!next || steps.every((m) => !m.executedAt)) return
  const folder = join(dirname(file), 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const copy = join(folder, `before-${next.name}-${Date.now()}.db`)
  const source = openSqliteFile(file, { readOnly: true })
  try {
    // Under another name until it is whole, so that half a copy is never taken for one.
    source.prepare('vacuum into ?').run(`${copy}.part`)
  } finally {
    source.close()
  }
  renameSync(`${copy}.part`, copy)
}

function explain(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error)
  return /corrupted migrations/.test(message)
    ? new Error(
        `The data were last used by a newer Standpoint than this one (${message}). Start the newer version, or restore a backup from before the change.`,
      )
    : new Error(`The database could not be brought up to date, and was left as it was: ${message}`)
}
