import { existsSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from 'vitest'
import { forEachDatabase } from './databases.ts'

forEachDatabase((name, open) => {
  test('two fresh installations share no store', async () => {
    const [one, other] = [await open(), await open({ STANDPOINT_TICK_HOUR: '5' })]
    expect(other.tickHour).toBe(5)
    for (const field of ['dataDir', 'secretFile'] as const) expect(one[field]).not.toBe(other[field])
    expect(existsSync(one.secretFile)).toBe(false)
    if (name === 'SQLite') expect([one.databaseUrl, one.keysUrl]).toEqual([null, null])
    else expect(new Set([one.databaseUrl, one.keysUrl, other.databaseUrl, other.keysUrl]).size).toBe(4)
  })

  if (name === 'PostgreSQL')
    test('a lent database is a real PostgreSQL 18, and empty', async () => {
      const client = new pg.Client((await open()).databaseUrl as string)
      await client.connect()
      const version = await client.query('show server_version')
      const tables = await client.query("select 1 from information_schema.tables where table_schema = 'public'")
      await client.end()
      expect(version.rows[0].server_version).toMatch(/^18\./)
      expect(tables.rowCount).toBe(0)
    })
})
