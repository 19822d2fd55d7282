import { join } from 'node:path'
import type { Config } from '../config.ts'
import { readSecretFile } from '../privacy/secret-file.ts'
import type { OpenReleased } from './released.ts'
import { openReleasedPostgres } from './released-postgres.ts'
import { openReleasedSqlite } from './released-sqlite.ts'

/** Opens the handle for released views, once the schema is up to date and the installation's key is there. */
export async function openReleased(config: Config): Promise<OpenReleased> {
  return config.databaseUrl
    ? openReleasedPostgres(config.databaseUrl, config.insightsUrl ?? readSecretFile(config.secretFile))
    : openReleasedSqlite(join(config.dataDir, 'standpoint.db'))
}
