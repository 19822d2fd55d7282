import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { AppError } from '../errors.ts'
import type { Database } from './database.ts'
import { type Db, readOnly, type Statement, type UnitResult } from './db.ts'
import { draftFor } from './draft.ts'

const INT8 = 20

/** bigint comes back as a number here, as it does from SQLite: times in milliseconds fit. */
export function openPool(url: string, max = 20): pg.Pool {
  const types = {
    getTypeParser: ((oid: number, format: never) =>
      oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as never,
  }
  const pool = new pg.Pool({ connectionString: url, max, types, connectionTimeoutMillis: 5000 })
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}

/**
 * PostgreSQL: reads on pooled connections, each write unit in one transaction of its own. `scrubbed` names the tables
 * whose deleted rows `scrub` takes out of the files: each is written anew, so they should be small.
 */
export async function openPostgres(url: string, scrubbed: string[] = []): Promise<Db> {
  const pool = openPool(url)
  const read = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return {
    dialect: 'postgres',
    read: readOnly(read),
    draft: draftFor<Database>('postgres'),
    write: (unit) => writeUnit(pool, unit),
    async scrub() {
      // A plain vacuum only marks the room of a deleted row as free, and leaves its bytes.
      for (const table of scrubbed) await writeAnew(pool, table)
    },
    close: () => read.destroy(),
  }
}

const TRIES = 50
const BETWEEN_MS = 100

/**
 * Writes a table anew without its deleted rows. One that an older snapshot still sees is copied along, and it takes no more
 * than the server's own worker, counting rows for its planner: so it is done again while any is left, for some five seconds.
 * What a longer snapshot holds goes with the next.
 */
async function writeAnew(pool: pg.Pool, table: string): Promise<void> {
  const client = await pool.connect()
  let left = 0
  // "1 dead row versions cannot be removed yet", in the language of the server.
  const count = ({ detail }: { detail?: string | undefined }) => {
    left += Number(/\d+/.exec(detail ?? '')?.[0] ?? 0)
  }
  client.on('notice', count)
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      left = 0
      await client.query(`vacuum (full, verbose) ${client.escapeIdentifier(table)}`)
      if (left === 0) return
      await pause(BETWEEN_MS)
    }
  } finally {
    client.off('notice', count)
    client.release()
  }
}

async function writeUnit(pool: pg.Pool, unit: Statement[]): Promise<UnitResult> {
  const client = await pool.connect().catch((error: Error) => {
    throw new AppError('unavailable', 'This couldn’t be saved just now. Nothing was changed; please try again.', {
      detail: error.message,
    })
  })
  let broken: Error | undefined
  try {
    await client.query('begin')
    const changes: number[] = []
    for (const [at, { sql, parameters, expect }] of unit.entries()) {
      const changed = (await client.query(sql, [...parameters])).rowCount ?? 0
      if (expect !== undefined && changed !== expect) {
        await client.query('rollback')
        return { committed: false, at }
      }
      changes.push(changed)
    }
    await client.query('commit')
    return { committed: true, changes }
  } catch (error) {
    await client.query('rollback').catch((e: Error) => {
      broken = e
    })
    throw error
  } finally {
    client.release(broken)
  }
}
