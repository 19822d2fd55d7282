import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { connect } from '#core/db/connect.ts'
import type { AppError } from '#core/errors.ts'
import { joinLearners } from '#core/learners/join-learners.ts'
import { openKeyStore } from '#core/privacy/key-store.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newLearner, open } from '#tests/support/open.ts'

const SURE = { sure: 'delete everything' }
const BELONG = 'community.belong'
const belong = (text: string) => ({ question: BELONG, value: { story: text }, channel: 'web' as const })
const idOf = (actor: Actor) => (actor as { learnerId: string }).learnerId
const kindOf = (error: AppError) => error.kind

const openDb = async (config: Config) => {
  const db = await connect(config)
  onTestFinished(() => db.close())
  return db
}

/** Destroys a key and nothing else, as an erasure does that is killed half-way. */
async function destroyKey(core: Core, config: Config, actor: Actor): Promise<void> {
  const keys = await openKeyStore(config, core.clock, () => {})
  await keys.destroy([idOf(actor)])
  await keys.close()
}

/** Whose keys there are, by the store itself. */
async function keysIn(config: Config): Promise<string[]> {
  const all = 'select learner_id from learner_key'
  if (config.keysUrl) {
    const client = new pg.Client({ connectionString: config.keysUrl })
    await client.connect()
    const { rows } = await client.query(all)
    await client.end()
    return rows.map((row) => row.learner_id)
  }
  const file = new DatabaseSync(join(config.dataDir, 'keys.db'), { readOnly: true })
  const rows = file.prepare(all).all() as { learner_id: string }[]
  file.close()
  return rows.map((row) => row.learner_id)
}

forEachDatabase((name, fresh) => {
  test('saves that meet an erasure are kept before it or refused after it, and no row outlives it', async () => {
    const config = await fresh()
    const core = await open(config)
    const db = await openDb(config)
    for (let round = 0; round < 10; round++) {
      const { actor } = await newLearner(core)
      await core.saveAnswer(actor, belong('before'))
      const save = (i: number) => core.saveAnswer(actor, belong(`meanwhile ${i}`)).then(() => 'saved', kindOf)
      const before = Array.from({ length: 4 }, (_, i) => save(i))
      const erased = core.eraseMe(actor, SURE)
      const after = Array.from({ length: 4 }, (_, i) => save(10 + i))
      const outcomes = await Promise.all([...before, ...after])
      await erased
      expect(outcomes.filter((o) => !['saved', 'signed-out', 'unavailable'].includes(o))).toEqual([])
      expect(await save(99)).toBe('signed-out')
      expect(await db.read.selectFrom('answer').select('number').execute()).toEqual([])
      expect(await keysIn(config)).toEqual([])
    }
  })

  test('deleting everything twice at once gives two receipts and no error', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    await core.saveAnswer(actor, belong('twice'))
    const receipts = await Promise.all([
      core.eraseMe(actor, SURE),
      core.eraseMe(actor, SURE),
      core.eraseMe(actor, SURE),
    ])
    expect(receipts.every((r) => r.erasedAt > 0)).toBe(true)
    expect(await core.myAnswers(actor, {})).toEqual({ answers: [] })
  })

  test('whoever is joined while the other is being erased goes too, or stays whole and reachable', async () => {
    const config = await fresh()
    const core = await open(config)
    const db = await openDb(config)
    for (let round = 0; round < 20; round++) {
      const [going, joining] = [(await newLearner(core)).actor, (await newLearner(core)).actor]
      await core.saveAnswer(joining, belong('of the one who joins'))
      const [from, into] = round % 2 ? [joining, going] : [going, joining]
      const joined = db.write(joinLearners(db, idOf(from), idOf(into)))
      await Promise.all([joined, core.eraseMe(going, SURE)])
      const left = await db.read.selectFrom('learner').select(['id', 'root_id']).execute()
      const { committed } = await joined
      expect(left).toEqual(committed ? [] : [{ id: idOf(joining), root_id: idOf(joining) }])
      expect(await keysIn(config)).toEqual(left.map((l) => l.id))
      if (!committed) await core.eraseMe(joining, SURE)
    }
  })

  test('an erasure waits for a join that is being written, and takes whoever joined along', async () => {
    // On SQLite there is one writer: nothing is ever being written beside it.
    if (name === 'SQLite') return
    const config = await fresh()
    const core = await open(config)
    const db = await openDb(config)
    const [going, joining] = [(await newLearner(core)).actor, (await newLearner(core)).actor]
    const client = new pg.Client({ connectionString: config.databaseUrl as string })
    await client.connect()
    await client.query('begin')
    for (const { sql, parameters } of joinLearners(db, idOf(joining), idOf(going)))
      await client.query(sql, [...parameters])
    const erased = core.eraseMe(going, SURE)
    const waits = `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
    while ((await client.query(waits)).rows[0].n === 0);
    await client.query('commit')
    await client.end()
    await erased
    expect(await db.read.selectFrom('learner').select('id').execute()).toEqual([])
    expect(await keysIn(config)).toEqual([])
  })

  test('after an erasure that was killed between keys and rows nothing can be read, and it can be finished', async () => {
    const config = await fresh()
    const { actor } = await (async () => {
      const first = await open(config)
      const learner = await newLearner(first)
      await first.saveAnswer(learner.actor, belong('words without a key'))
      await destroyKey(first, config, learner.actor)
      return learner
    })()
    const core = await open(config)
    expect(await core.myAnswers(actor, { history: true })).toEqual({ answers: [] })
    expect(await core.readDialogue(actor, { conversation: 'chat/chat' })).toBeNull()
    await expect(core.saveAnswer(actor, belong('more words'))).rejects.toMatchObject({ kind: 'signed-out' })
    await core.eraseMe(actor, SURE)
    const db = await openDb(config)
    expect(await db.read.selectFrom('learner').select('id').execute()).toEqual([])
  })

  test('whatever an erased learner’s window still sends is told that the notebook is gone', async () => {
    const core = await open(await fresh())
    const { actor, secret } = await newLearner(core)
    await core.eraseMe(actor, SURE)
    const sent = [
      core.saveAnswer(actor, belong('late')),
      core.keepDialogue(actor, { conversation: 'chat/chat', state: '{}' }),
      core.askForCode(actor, { email: 'late@example.org' }),
    ]
    expect(await Promise.all(sent.map((s) => s.then(() => 'taken', kindOf)))).toEqual(Array(3).fill('signed-out'))
    expect(await core.whoIsThis(VISITOR, { secret })).toEqual(VISITOR)
  })

  test('a text that no database takes is nobody’s id, and never an error of ours', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    for (const id of ['\u0000', 'a\u0000b', '\ud800', '\udfff\u0000']) {
      await expect(core.cohortForLearner(actor, { cohort: id })).rejects.toMatchObject({ kind: 'not-found' })
      await expect(core.cohortToJoin(VISITOR, { code: id })).rejects.toMatchObject({ kind: 'not-found' })
      await expect(core.saveAnswer(actor, { ...belong('x'), wording: `${id}x` })).rejects.toMatchObject({
        kind: 'not-found',
      })
    }
    expect(await core.claimEvent(SYSTEM, { id: 'slack:\u0000' })).toBe(true)
  })

  test('what is nested deeper than any answer is refused', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const story = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
    await expect(core.saveAnswer(actor, { ...belong(''), value: { story } })).rejects.toMatchObject({ kind: 'invalid' })
  })
})
