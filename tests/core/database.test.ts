import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import type { Config } from '#core/config.ts'
import { connect } from '#core/db/connect.ts'
import { type Db, statement } from '#core/db/db.ts'
import { migrate, type Step } from '#core/db/migrate.ts'
import { cohortLife } from '#core/db/migrations/007-cohort-life.ts'
import { settling } from '#core/db/migrations/011-settling.ts'
import { migrations } from '#core/db/migrations/index.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

async function openDb(config: Config): Promise<Db> {
  const db = await connect(config)
  onTestFinished(() => db.close())
  return db
}

const wording = (db: Db, hash: string) => db.draft.insertInto('wording').values({ question_id: 'q', hash, asked: '{}' })
const hashes = async (db: Db) =>
  (await db.read.selectFrom('wording').select('hash').orderBy('hash').execute()).map((r) => r.hash)

forEachDatabase((name, fresh) => {
  test('a unit stands whole or not at all', async () => {
    const db = await openDb(await fresh())
    const nobody = db.draft.updateTable('wording').set({ asked: '[]' }).where('hash', '=', 'nobody')
    expect(await db.write([statement(wording(db, 'a'), 1), statement(nobody, 1)])).toEqual({ committed: false, at: 1 })
    expect(await hashes(db)).toEqual([])
    expect(await db.write([statement(wording(db, 'a'), 1), statement(nobody, 0)])).toEqual({
      committed: true,
      changes: [1, 0],
    })
    expect(await hashes(db)).toEqual(['a'])
  })

  test('of many units at once, one that can’t stand leaves the others alone', async () => {
    const db = await openDb(await fresh())
    const units = Array.from({ length: 50 }, (_, i) =>
      db.write([statement(wording(db, `u${String(i % 49).padStart(2, '0')}`), 1)]),
    )
    const settled = await Promise.allSettled(units)
    expect(settled.filter((s) => s.status === 'rejected')).toHaveLength(1)
    expect(await hashes(db)).toHaveLength(49)
  })

  test('each of many units has its own answer, also when they come in while others are flushed', async () => {
    const db = await openDb(await fresh())
    const nobody = db.draft.updateTable('wording').set({ asked: '[]' }).where('hash', '=', 'nobody')
    const send = (i: number) =>
      db.write([statement(wording(db, `m${i}`), 1), ...(i % 3 ? [] : [statement(nobody, 1)])]).then((r) => r.committed)
    const chains = Array.from({ length: 20 }, async (_, i) => [await send(i), await send(20 + i), await send(40 + i)])
    const stood = (i: number) => i % 3 !== 0
    expect(await Promise.all(chains)).toEqual(chains.map((_, i) => [stood(i), stood(20 + i), stood(40 + i)]))
  })

  test('a write that is sent the moment another is answered is answered too', async () => {
    const db = await openDb(await fresh())
    for (let i = 0; i < 30; i++) {
      await Promise.all([
        db.write([statement(wording(db, `a${i}`))]).then(() => db.write([statement(wording(db, `b${i}`))])),
        db.write([statement(wording(db, `c${i}`))]).then(() => db.scrub()),
      ])
    }
    expect(await hashes(db)).toHaveLength(90)
  })

  test('the handle for reading can’t write', async () => {
    const db = await openDb(await fresh())
    if (name === 'SQLite') {
      const attempt = (db.read as unknown as Db['draft'])
        .insertInto('wording')
        .values({ question_id: 'q', hash: 'x', asked: '{}' })
      await expect(attempt.execute()).rejects.toThrow(/readonly/)
    }
  })

  test('four processes that bring the schema up to date at once all find it whole', async () => {
    const config = await fresh()
    mkdirSync(config.dataDir, { recursive: true })
    const target = config.databaseUrl ? { url: config.databaseUrl } : { file: join(config.dataDir, 'standpoint.db') }
    const script = `const { migrate } = await import('#core/db/migrate.ts')
const { migrations } = await import('#core/db/migrations/index.ts')
await migrate(${JSON.stringify(target)}, migrations)`
    const run = promisify(execFile)
    await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, ['--input-type=module', '-e', script])))
    const db = await openDb(config)
    expect(await hashes(db)).toEqual([])
  })

  test('a migration that breaks half-way leaves everything as it was', async () => {
    const config = await fresh()
    const db = await connect(config)
    await db.write([statement(wording(db, 'before'), 1)])
    await db.close()
    const target = config.databaseUrl ? { url: config.databaseUrl } : { file: join(config.dataDir, 'standpoint.db') }
    const broken = {
      ...migrations,
      '999-broken': () => ({
        async up(k: never) {
          await (k as Db['draft']).schema.createTable('half').addColumn('a', 'text').execute()
          throw new Error('the power went')
        },
      }),
    }
    await expect(migrate(target, broken)).rejects.toThrow(/was left as it was: the power went/)
    const again = await openDb(config)
    expect(await hashes(again)).toEqual(['before'])
    const tables = await (again.read as unknown as Db['draft']).introspection.getTables()
    expect(tables.map((t) => t.name)).not.toContain('half')
    if (name === 'SQLite') {
      const [copy] = readdirSync(join(config.dataDir, 'backups'))
      expect(copy).toMatch(/^before-999-broken-\d+\.db$/)
      const kept = new DatabaseSync(join(config.dataDir, 'backups', copy as string), { readOnly: true })
      expect(kept.prepare('select hash from wording').all()).toEqual([{ hash: 'before' }])
      kept.close()
    }
  })

  test('a place that already has the column for settling is brought up to date like one that hasn’t', async () => {
    for (const isThere of [false, true]) {
      const config = await fresh()
      const target = config.databaseUrl ? { url: config.databaseUrl } : { file: join(config.dataDir, 'standpoint.db') }
      mkdirSync(config.dataDir, { recursive: true })
      const earlier = Object.fromEntries(Object.entries(migrations).filter(([step]) => step < '011'))
      const both: Step = (dialect) => ({
        async up(k) {
          await cohortLife(dialect).up(k)
          await settling(dialect).up(k)
        },
      })
      await migrate(target, isThere ? { ...earlier, '007-cohort-life': both } : earlier)
      const db = await openDb(config)
      expect(await db.read.selectFrom('cohort').select('settle_days').execute()).toEqual([])
    }
  })

  test('data of a newer version stop the start and are left alone', async () => {
    const config = await fresh()
    const target = config.databaseUrl ? { url: config.databaseUrl } : { file: join(config.dataDir, 'standpoint.db') }
    mkdirSync(config.dataDir, { recursive: true })
    await migrate(target, { ...migrations, '999-tomorrow': () => ({ up: async () => {} }) })
    await expect(connect(config)).rejects.toThrow(/last used by a newer Standpoint/)
  })
})
