import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { Config } from '#core/config.ts'

/** Runs SQL on an installation's database, as somebody would who has it and not the program. */
export async function runSql({ databaseUrl, dataDir }: Config, sql: string): Promise<Record<string, unknown>[]> {
  if (databaseUrl) {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    const { rows } = await client.query(sql).finally(() => client.end())
    return rows.map((row) => ({ ...row, ...('n' in row ? { n: Number(row.n) } : {}) }))
  }
  const file = new DatabaseSync(join(dataDir, 'standpoint.db'), { timeout: 5000, enableForeignKeyConstraints: true })
  try {
    return file.prepare(sql).all()
  } finally {
    file.close()
  }
}

export const rowsOf = async (config: Config, table: string): Promise<number> =>
  (await runSql(config, `select count(*) as n from ${table}`))[0]?.n as number
