import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { grantViews, insightsUrl, makeLogin, type Where } from './insights-login.ts'
import { openPool } from './postgres.ts'
import { type OpenReleased, RELEASED_VIEWS, type ReleasedDatabase } from './released.ts'

const CONNECTIONS = 5

/**
 * Connections under a login of their own, which may read the released views and nothing else: not `set role`, which
 * whoever has the connection can take back. `own` is the address of a login that an operator made, or the installation's
 * key, and then the login is made here. One that may do more stops the start.
 */
export async function openReleasedPostgres(url: string, own: string | Buffer): Promise<OpenReleased> {
  const owner = openPool(url, 1)
  try {
    const { rows } = await owner.query('select current_database() as database, current_schema() as schema')
    const where: Where = rows[0]
    const login = typeof own === 'string' ? own : insightsUrl(url, where.database, own)
    const pool = openPool(login, CONNECTIONS)
    try {
      let found = await rightsOf(pool, where)
      if (found.refused && typeof own !== 'string') {
        await makeLogin(owner, where, login)
        found = await rightsOf(pool, where)
      }
      if (!found.refused && found.missing.length > 0) {
        await grantViews(owner, where, found.role)
        found = await rightsOf(pool, where)
      }
      const wrong = inWords(found, login)
      if (wrong) throw new Error(wrong)
      return handleOver(pool, where.schema)
    } catch (error) {
      await pool.end()
      throw error
    }
  } finally {
    await owner.end()
  }
}

/** Read-only by setting, too. Every query names the schema, so that no table of another one can stand in for a view. */
function handleOver(pool: pg.Pool, schema: string): OpenReleased {
  const readOnly = CompiledQuery.raw('set default_transaction_read_only = on')
  const dialect = new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => void (await connection.executeQuery(readOnly)),
  })
  const released = new Kysely<ReleasedDatabase>({ dialect }).withSchema(schema)
  // Kysely doesn't end a pool that it has not used yet.
  return { released: released as never, close: () => pool.end() }
}

interface Rights {
  role: string
  /** Why the server turned the login away. */
  refused?: string
  /** Views it can't read yet. */
  missing: string[]
  /** What it can read or change and should not. */
  beyond: string[]
}

/** What this login may do, as PostgreSQL sees it: also through other roles, and with what everybody may. */
async function rightsOf(pool: pg.Pool, { database, schema }: Where): Promise<Rights> {
  try {
    const at = (await pool.query('select current_user as role, current_database() as database')).rows[0]
    if (at.database !== database)
      return { role: at.role, refused: `it is for another database, ${at.database}`, missing: [], beyond: [] }
    const { rows } = await pool.query(
      `select c.relname as name, has_any_column_privilege(c.oid, 'select') as reads,
         has_any_column_privilege(c.oid, 'insert, update, references')
           or has_table_privilege(c.oid, 'delete, truncate, trigger') or pg_has_role(c.relowner, 'member') as changes
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm', 'f')
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
       order by c.relname`,
      [schema],
    )
    const canRead = new Set(rows.filter((row) => row.reads).map((row) => row.name))
    return {
      role: at.role,
      missing: RELEASED_VIEWS.filter((view) => !canRead.has(view)),
      beyond: rows
        .filter((row) => row.changes || (row.reads && !RELEASED_VIEWS.includes(row.name)))
        .map((row) => row.name),
    }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    // The server is there, and says no: a wrong name or password (class 28), or no right to connect.
    if (!code?.startsWith('28') && code !== '42501') throw error
    return { role: '', refused: message, missing: [], beyond: [] }
  }
}

/** What is wrong with a login and what to do, or undefined. */
function inWords({ refused, missing, beyond }: Rights, login: string): string | undefined {
  const from = `What trainers see is read under the database login ${decodeURIComponent(new URL(login).username)}`
  if (refused)
    return `${from}, and that can’t be used: ${refused}. Let it in with a password (pg_hba.conf), or name another in STANDPOINT_INSIGHTS_URL, then start again.`
  if (beyond.length > 0)
    return `${from}, which should be able to read released pictures and nothing else, and can read or change ${beyond.join(', ')}. Take those rights away, or name another login in STANDPOINT_INSIGHTS_URL, then start again.`
  if (missing.length > 0) return `${from}, which can’t read ${missing.join(', ')}. Let it, then start again.`
  return undefined
}
