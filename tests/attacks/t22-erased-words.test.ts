import { createSecretKey, type KeyObject } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { readConfig } from '#core/config.ts'
import { openWith } from '#core/privacy/keys.ts'
import { freshPostgres } from '#tests/support/databases.ts'
import { open } from '#tests/support/open.ts'
import {
  answer,
  chooses,
  idOf,
  joins,
  names,
  newCourse,
  newMembers,
  newPerson,
  newPlace,
  newTrainer,
  openAt,
  type Place,
  SECOND_TICK,
  TICK,
  tells,
  tick,
} from './group.ts'
import { browserOf } from './http.ts'
import { removeFolder } from './remove-folder.ts'
import { trainerSees } from './views.ts'

const SURE = { sure: 'delete everything' }
const HERE = { origin: 'http://standpoint.example' }
const WORDS = 'The kingfisher by the weir knows what I did'

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'standpoint-erased-'))
  onTestFinished(() => removeFolder(made))
  return made
}

type Row = Record<string, unknown>

function rowsOf(file: string, table: string): Row[] {
  const db = new DatabaseSync(file, { readOnly: true })
  const rows = db.prepare(`select * from "${table}"`).all() as Row[]
  db.close()
  return rows
}

/** Every text in a file of the database, with whose row it stands in. */
function textsOf(file: string): string[] {
  const db = new DatabaseSync(file, { readOnly: true })
  const tables = db.prepare("select name from sqlite_schema where type = 'table'").all() as { name: string }[]
  const texts = tables.flatMap(({ name }) =>
    (db.prepare(`select * from "${name}"`).all() as Row[]).flatMap((row) => Object.values(row)),
  )
  db.close()
  return texts.filter((text) => typeof text === 'string')
}

/** Each key that somebody with the installation’s key can have from a store of keys; and that key itself. */
function keysIn(file: string, secret: KeyObject): KeyObject[] {
  const unwrapped = rowsOf(file, 'learner_key').map(({ learner_id, wrapped }) =>
    createSecretKey(openWith(secret, String(learner_id), String(wrapped)), 'base64url'),
  )
  return [secret, ...unwrapped]
}

/** What these keys open of these texts, whoever they say they are about. */
function opened(texts: string[], keys: KeyObject[], about: string[]): string[] {
  const found: string[] = []
  for (const text of texts)
    for (const key of keys)
      for (const id of about)
        try {
          found.push(openWith(key, id, text))
        } catch {}
  return found
}

/** Bytes of every file under a folder, by name. */
const filesIn = (dir: string): [string, Buffer][] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name))])

/** A save that fails inside, as on a disk that is ill, and that operators are told of. */
async function failsInside(place: Place, actor: Actor): Promise<void> {
  const db = new DatabaseSync(join(place.config.dataDir, 'standpoint.db'), { timeout: 5_000 })
  db.exec("create trigger ill before insert on answer begin select raise(abort, 'ill'); end")
  const { question, value } = tells(`${WORDS}, said again`)
  const reply = await (await browserOf(place, actor)).post('/api/answers', { question, value }, HERE)
  expect(reply.status).toBe(500)
  db.exec('drop trigger ill')
  db.close()
}

/** A learner who wrote wherever one can, and a backup of everything from before they deleted it. */
async function erased() {
  const place = await newPlace()
  const { core, config } = place
  const trainer = await newTrainer(core)
  const course = await newCourse(core, trainer)
  const members = await newMembers(core, course, names(8))
  const target = await newPerson(core, 'target')
  await joins(core, target, course)
  for (const member of members) await answer(core, member, chooses('with'))
  await answer(core, target, tells(WORDS, 'asked-to-help'))
  await answer(core, target, chooses('with'))
  await core.keepDialogue(target, { conversation: 'chat/chat', state: JSON.stringify({ said: WORDS }) })
  await core.keepTurn(target, { id: 'turn', said: WORDS, withWords: true, replies: [{ paragraphs: [WORDS] }] })
  await core.noteForAssessor(target, { clause: 'SC-NETWORKS:K14', words: WORDS })
  await failsInside(place, target)
  await tick(place, TICK)
  const before = folder()
  // As a disk is copied: the log with it.
  cpSync(config.dataDir, before, { recursive: true })
  const secret = createSecretKey(readFileSync(config.secretFile, 'utf8').trim(), 'base64url')
  const wrapped = String(
    rowsOf(join(before, 'keys.db'), 'learner_key').find((r) => r.learner_id === idOf(target))?.wrapped,
  )
  const key = openWith(secret, idOf(target), wrapped)
  await core.eraseMe(target, SURE)
  return { place, trainer, course, members, target, before, secret, wrapped, key }
}

test('T22: the live files, the installation’s key, old answers and new keys: an erased learner’s words are in none', async () => {
  const { place, target, before, secret, wrapped, key } = await erased()
  const { config } = place
  const about = [idOf(target)]
  const backup = textsOf(join(before, 'standpoint.db'))
  // With the keys of then it can be read, in all four places: the attack does what it says.
  const then = opened(backup, keysIn(join(before, 'keys.db'), secret), about)
  expect(then.filter((text) => text.includes(WORDS))).toHaveLength(4)

  const after = folder()
  cpSync(config.dataDir, after, { recursive: true })
  const keys = keysIn(join(after, 'keys.db'), secret)
  expect(keys.length).toBeGreaterThan(8)
  const fromBackup = opened(backup, keys, about)
  expect(fromBackup).toEqual([])
  expect(opened(textsOf(join(after, 'standpoint.db')), keys, about)).toEqual([])

  // A file of the database holds its indexes, and the log stands beside it.
  const bytes = [WORDS, Buffer.from(WORDS).toString('base64url'), wrapped, key, Buffer.from(key, 'base64url')]
  expect(place.logged.join()).toContain('error')
  const logged: [string, Buffer] = [
    `the log for operators (lines: ${place.logged.length})`,
    Buffer.from(place.logged.join('\n')),
  ]
  const hits = [...filesIn(after), logged].map(([name, content]) => ({
    name,
    found: bytes.filter((needle) => content.includes(needle)).length,
  }))
  console.log(
    `T22: an erased learner’s words or key, of ${bytes.length} ways to write them: ${hits.map(({ name, found }) => `${name} ${found}`).join(', ')}. From the backup of before, ${then.length} texts of theirs were read with the keys of then, ${fromBackup.length} with today’s ${keys.length}.`,
  )
  expect(hits.filter(({ found }) => found > 0)).toEqual([])
  // Of the answers, sealed words stay in backups; in the clear they were never anywhere.
  for (const [name, content] of filesIn(before)) expect(content.includes(WORDS), name).toBe(false)
  expect(filesIn(before).some(([, content]) => content.includes(wrapped))).toBe(true)
})

test('T22: old answers beside new keys: the erased stay unreadable, and ticks and pages go on', {
  timeout: 120_000,
}, async () => {
  const { place, trainer, members, target, before } = await erased()
  await place.core.close()
  const dir = folder()
  const config = { ...place.config, dataDir: join(dir, 'data'), secretFile: join(dir, 'data.key') }
  cpSync(place.config.secretFile, config.secretFile)
  cpSync(place.config.dataDir, config.dataDir, { recursive: true })
  for (const file of ['standpoint.db', 'standpoint.db-wal', 'standpoint.db-shm'])
    cpSync(join(before, file), join(config.dataDir, file))
  const restored = await openAt(config, '2026-03-04T12:00:00Z')
  // Their rows are back.
  expect(
    rowsOf(join(config.dataDir, 'standpoint.db'), 'answer').filter((r) => r.learner_id === idOf(target)),
  ).toHaveLength(2)
  for (const member of members) await answer(restored.core, member, tells('Words.', 'listened-to'))
  expect(await tick(restored, SECOND_TICK)).toMatchObject({ cohorts: 1, batches: 1, failed: 0 })
  const seen = await trainerSees(restored, trainer)
  expect(seen).toContain('wd">most')
  expect(seen).not.toMatch(/^5\d\d$/m)
  const theirs = await browserOf(restored, target)
  for (const path of ['/notebook', '/cohort', '/chapters/community']) {
    const page = await theirs.get(path)
    expect(page.status, path).toBeLessThan(500)
    expect(await page.text(), path).not.toContain('kingfisher')
  }
  const ours = await browserOf(restored, members[0] as Actor)
  expect((await ours.get('/notebook')).status).toBe(200)
})

/** All bytes of the files that hold a database’s tables, from the server’s own disk. */
async function onDisk(client: pg.Client): Promise<Buffer> {
  await client.query('checkpoint')
  const { rows } = await client.query(`
    select pg_read_binary_file(dir || '/' || file, true) as bytes
    from (select 'base/' || oid as dir from pg_database where datname = current_database()) as here,
      lateral pg_ls_dir(dir) as file
    where file ~ '^[0-9]+$'`)
  // One that a checkpoint has taken away meanwhile holds nothing any more.
  return Buffer.concat(rows.flatMap((row) => row.bytes ?? []))
}

/** A store of answers and one of keys, both on PostgreSQL, and a line to the second. */
async function onPostgres() {
  const dir = folder()
  const keysUrl = await freshPostgres()
  const config = readConfig({
    STANDPOINT_DATA_DIR: join(dir, 'data'),
    STANDPOINT_SECRET_FILE: join(dir, 'data.key'),
    STANDPOINT_DATABASE_URL: await freshPostgres(),
    STANDPOINT_KEYS_URL: keysUrl,
  })
  const core = await open(config)
  const connected = async () => {
    const client = new pg.Client({ connectionString: keysUrl })
    await client.connect()
    onTestFinished(() => client.end())
    return client
  }
  const client = await connected()
  const target = await newPerson(core, 'target')
  await answer(core, target, tells(WORDS))
  const wrappedOf = async (actor: Actor): Promise<string> =>
    (await client.query('select wrapped from learner_key where learner_id = $1', [idOf(actor)])).rows[0]?.wrapped
  return { core, client, connected, target, wrappedOf }
}

test('T22: on PostgreSQL an erased learner’s key is in no file of the store of keys, nor in what the planner samples', async () => {
  const { core, client, target, wrappedOf } = await onPostgres()
  const other = await newPerson(core, 'other')
  const [theirs, kept] = [await wrappedOf(target), await wrappedOf(other)]
  await client.query('analyze')
  expect((await onDisk(client)).includes(theirs)).toBe(true)
  await core.eraseMe(target, SURE)
  const after = await onDisk(client)
  expect(after.includes(theirs)).toBe(false)
  expect(after.includes(kept)).toBe(true)
  expect(await core.myAnswers(other, {})).toEqual({ answers: [] })
})

test('T22: on PostgreSQL an erased learner’s key goes from the files although somebody was looking at an older state', async () => {
  const { core, client, connected, target, wrappedOf } = await onPostgres()
  const theirs = await wrappedOf(target)
  const fileOf = async () => (await client.query("select pg_relation_filenode('learner_key') as file")).rows[0]?.file
  const before = await fileOf()
  const looking = await connected()
  await looking.query('begin isolation level repeatable read')
  await looking.query('select 1')
  const erased = core.eraseMe(target, SURE)
  // Written anew once, with what may still be looked at.
  await expect.poll(fileOf).not.toBe(before)
  await looking.query('commit')
  await erased
  expect((await onDisk(client)).includes(theirs)).toBe(false)
})
