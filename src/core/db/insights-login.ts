import { createHash, createHmac } from 'node:crypto'
import pg from 'pg'
import { RELEASED_VIEWS } from './released.ts'

/** A database and the schema in it where the tables and views are. */
export interface Where {
  database: string
  schema: string
}

const LOCK = 7_240_010
const LONGEST_NAME = 63
const MISSING_RIGHT = '42501'

/** The login for released views. Roles belong to a whole cluster, where several installations may live, so it is named after its database. */
export function insightsRole(database: string): string {
  const name = `${database}_insights`
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name
  return `standpoint_${createHash('sha256').update(database).digest('hex').slice(0, 16)}_insights`
}

/** The address of that login. Its password follows from the installation's key: every process knows it, and no file holds it. */
export function insightsUrl(url: string, database: string, secret: Buffer): string {
  const own = new URL(url)
  for (const name of ['user', 'password']) own.searchParams.delete(name)
  own.pathname = `/${encodeURIComponent(database)}`
  own.username = encodeURIComponent(insightsRole(database))
  own.password = createHmac('sha256', secret).update(`standpoint insights ${database}`).digest('base64url')
  return own.href
}

/** Two processes that start at once: the second waits, and finds the role and its rights there. */
async function inTurn(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    await work(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** Makes the login, or gives it its password again. Says what to run where the database's user may not. */
export async function makeLogin(owner: pg.Pool, { database }: Where, login: string): Promise<void> {
  const role = insightsRole(database)
  const make = async (client: pg.PoolClient) => {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    const password = pg.escapeLiteral(new URL(login).password)
    await client.query(`${rowCount ? 'alter' : 'create'} role ${pg.escapeIdentifier(role)} login password ${password}`)
  }
  await inTurn(owner, make).catch((error: { code?: string }) => {
    throw error.code === MISSING_RIGHT ? new Error(howToMake(role, login)) : error
  })
}

/** Lets a login read the released views, and nothing else. Their owner may always do that. */
export async function grantViews(owner: pg.Pool, { schema }: Where, role: string): Promise<void> {
  const [to, where] = [pg.escapeIdentifier(role), pg.escapeIdentifier(schema)]
  await inTurn(owner, async (client) => {
    const { rows } = await client.query('select has_schema_privilege($1, $2, $3) as enters', [role, schema, 'usage'])
    if (!rows[0].enters) await client.query(`grant usage on schema ${where} to ${to}`)
    for (const view of RELEASED_VIEWS)
      await client.query(`grant select on ${where}.${pg.escapeIdentifier(view)} to ${to}`)
  })
}

function howToMake(role: string, login: string): string {
  const address = new URL(login)
  address.password = 'A-LONG-PASSWORD'
  return [
    'What trainers see is read under a database login of its own, which can read released pictures and nothing else. The user in STANDPOINT_DATABASE_URL may not make that login. Let somebody who may run this:',
    `  create role ${pg.escapeIdentifier(role)} login password 'A-LONG-PASSWORD';`,
    'then set this, with that password, and start again. The rights it needs are given at the start.',
    `  STANDPOINT_INSIGHTS_URL=${address.href}`,
  ].join('\n')
}
