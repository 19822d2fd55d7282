import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, inject } from 'vitest'
import { type Config, readConfig } from '#core/config.ts'

/** A new folder that goes when the tests of this file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** The address of a new, empty PostgreSQL database, which goes with the run. */
export async function freshPostgres(): Promise<string> {
  const response = await fetch(inject('freshDatabases'), { method: 'POST' })
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return text
}

/** Settings of an installation that nobody has used yet; `settings` are environment variables to add. */
export type Fresh = (settings?: Record<string, string>) => Promise<Config>

export type DatabaseName = 'SQLite' | 'PostgreSQL'

/** Describes the same tests twice: on SQLite files, and on PostgreSQL with the keys in a database of their own. */
export function forEachDatabase(tests: (name: DatabaseName, open: Fresh) => void): void {
  for (const name of ['SQLite', 'PostgreSQL'] as const)
    describe(`on ${name}`, () => {
      const folder = temporaryFolder()
      tests(name, async (settings = {}) => {
        const own = mkdtempSync(join(folder, 'installation-'))
        const paths = { STANDPOINT_DATA_DIR: join(own, 'data'), STANDPOINT_SECRET_FILE: join(own, 'data.key') }
        const stores =
          name === 'SQLite'
            ? {}
            : { STANDPOINT_DATABASE_URL: await freshPostgres(), STANDPOINT_KEYS_URL: await freshPostgres() }
        return readConfig({ PORT: '0', ...paths, ...stores, ...settings })
      })
    })
}
