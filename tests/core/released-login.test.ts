import pg from 'pg'
import { expect, test } from 'vitest'
import { type Config, readConfig } from '#core/config.ts'
import { connect } from '#core/db/connect.ts'
import { insightsRole, insightsUrl } from '#core/db/insights-login.ts'
import { openReleased } from '#core/db/open-released.ts'
import { makeSecretFile, readSecretFile } from '#core/privacy/secret-file.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { freshPostgres, temporaryFolder } from '#tests/support/databases.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { startServer } from '#tests/support/server.ts'

const mailbox = await openMailbox()
const folder = temporaryFolder()
let made = 0

async function run(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(text).finally(() => client.end())
  return rows
}
const databaseOf = (url: string) => new URL(url).pathname.slice(1)
const as = (url: string, username: string, password: string) => Object.assign(new URL(url), { username, password }).href

/** An installation on PostgreSQL whose schema is up to date. `rights` are those of a database user of its own. */
async function installation(rights?: string, settings: Record<string, string> = {}) {
  const cluster = await freshPostgres()
  const user = `plain_${databaseOf(cluster)}`
  if (rights !== undefined)
    await run(
      cluster,
      `create role ${user} login ${rights} password 'x'; alter database ${databaseOf(cluster)} owner to ${user}`,
    )
  const url = rights === undefined ? cluster : as(cluster, user, 'x')
  const at = `${folder}/${++made}`
  const config = readConfig({
    STANDPOINT_DATA_DIR: `${at}/data`,
    STANDPOINT_SECRET_FILE: `${at}/data.key`,
    STANDPOINT_DATABASE_URL: url,
    ...settings,
  })
  await (await connect(config)).close()
  makeSecretFile(config.secretFile)
  return { cluster, url, config, database: databaseOf(cluster) }
}

/** What a trainer's page does first. */
async function reads(config: Config) {
  const { released, close } = await openReleased(config)
  return released.selectFrom('released_batch').select('cohort_id').execute().finally(close)
}

test('a database user who may not make logins is told what to have run, and that is enough', async () => {
  const { cluster, config } = await installation('nocreaterole')
  const words = await openReleased(config).then(
    () => '',
    (error: Error) => error.message,
  )
  expect(words).toMatch(/may not make that login\. Let somebody who may run this/)
  const [, toRun] = /^ {2}(create role .*;)$/m.exec(words) ?? []
  const [, address] = /^ {2}STANDPOINT_INSIGHTS_URL=(.*)$/m.exec(words) ?? []
  await run(cluster, toRun as string)
  expect(await reads({ ...config, insightsUrl: address as string })).toEqual([])
})

test('a database user who may make logins needs nobody, also when the installation’s key was changed', async () => {
  const { config, database } = await installation('createrole')
  expect(await reads(config)).toEqual([])
  const other = { ...config, secretFile: `${config.secretFile}.new` }
  makeSecretFile(other.secretFile)
  expect(await reads(other)).toEqual([])
  const url = config.databaseUrl as string
  const old = insightsUrl(url, database, readSecretFile(config.secretFile))
  await expect(run(old, 'select 1')).rejects.toThrow(/password authentication failed/)
})

test('processes that start at once on a new database all get in', async () => {
  const { config } = await installation()
  expect(await Promise.all(Array.from({ length: 4 }, () => reads(config)))).toEqual([[], [], [], []])
})

test('two installations in one cluster can’t read each other’s pictures', async () => {
  const [one, other] = [await installation(), await installation()]
  for (const each of [one, other]) await reads(each.config)
  const login = insightsUrl(one.url, one.database, readSecretFile(one.config.secretFile))
  expect(await run(login, 'select * from released_batch')).toEqual([])
  const there = Object.assign(new URL(login), { pathname: other.database }).href
  await expect(run(there, 'select * from released_batch')).rejects.toThrow(/permission denied/)
})

test('a login that may do more than read the views stops the start, however it came by it', async () => {
  const { cluster, url, config, database } = await installation()
  await reads(config)
  const role = insightsRole(database)
  for (const [give, take] of [
    [`grant select on answer to ${role}`, `revoke select on answer from ${role}`],
    [`grant select (saved_at) on answer to public`, `revoke select (saved_at) on answer from public`],
    [`grant delete on answer to ${role}`, `revoke delete on answer from ${role}`],
  ] as const) {
    await run(cluster, give)
    await expect(openReleased(config), give).rejects.toThrow(/can read or change answer\. Take those rights away/)
    await run(cluster, take)
  }
  await run(cluster, `grant pg_read_all_data to ${role}`)
  await expect(openReleased(config)).rejects.toThrow(/answer.*learner/)
  await run(
    cluster,
    `revoke pg_read_all_data from ${role}; create role owner_${database}; grant owner_${database} to ${role} with inherit false; alter table receipt owner to owner_${database}`,
  )
  await expect(openReleased(config)).rejects.toThrow(/read or change receipt\./)
  await run(cluster, 'alter table receipt owner to postgres')
  expect(await reads(config)).toEqual([])
  await expect(openReleased({ ...config, insightsUrl: url })).rejects.toThrow(/answer.*learner/)
})

test('a login that can’t be used is named, with what the server said', async () => {
  const { cluster, config } = await installation()
  const wrong = { ...config, insightsUrl: as(cluster, 'nobody', 'x') }
  await expect(openReleased(wrong)).rejects.toThrow(
    /login nobody, and that can’t be used: password authentication failed/,
  )
  const elsewhere = await installation()
  await reads(elsewhere.config)
  const there = insightsUrl(elsewhere.url, elsewhere.database, readSecretFile(elsewhere.config.secretFile))
  await expect(openReleased({ ...config, insightsUrl: there })).rejects.toThrow(/it is for another database, lent_\d+/)
  expect(() => readConfig({ STANDPOINT_INSIGHTS_URL: cluster })).toThrow(/Set STANDPOINT_DATABASE_URL too/)
})

test('the name of the login fits whatever the database is called, and differs where databases do', () => {
  const long = 'd'.repeat(60)
  const roles = ['standpoint', long, `${long}e`, 'é'.repeat(40)].map(insightsRole)
  expect(roles[0]).toBe('standpoint_insights')
  expect(new Set(roles).size).toBe(4)
  for (const role of roles) expect(Buffer.byteLength(role)).toBeLessThanOrEqual(63)
})

test('a course room on PostgreSQL, through the real server', async () => {
  const [database, keys] = [await freshPostgres(), await freshPostgres()]
  await using server = await startServer({
    STANDPOINT_DATABASE_URL: database,
    STANDPOINT_KEYS_URL: keys,
    STANDPOINT_SMTP_URL: mailbox.url,
  })
  const email = 'trainer@example.org'
  await run(database, `insert into trainer (address, added_at) values ('${email}', 0)`)
  const trainer = new BrowserClient(() => server.url)
  await trainer.post('/api/sign-in/code', { email })
  expect((await trainer.post('/api/sign-in', { email, code: mailbox.codeFor(email) })).status).toBe(200)
  const made = await trainer.post('/api/cohorts', {
    name: 'Our course',
    trainer: 'Ms Invented',
    chapters: ['cd'],
    nightly: true,
  })
  const { id } = (await made.json()) as { id: string }
  const drawn = JSON.stringify({ ask: 'Where does it sit?', parts: [] })
  await run(database, `insert into batch values ('${id}', 'cd.doing-with', 'h', 1772420400000, '5-9', '${drawn}')`)
  const room = await trainer.get(`/trainer/cohorts/${id}`)
  expect(room.status).toBe(200)
  expect(await room.text()).toContain('Where does it sit?')
  const stranger = await new BrowserClient(() => server.url).get(`/trainer/cohorts/${id}`)
  expect(stranger.status).toBe(404)
  expect(await server.close()).toBe(0)
})
