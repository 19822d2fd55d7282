import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import { VISITOR } from '#core/actor.ts'
import { type Core, openCore } from '#core/app.ts'
import type { Config } from '#core/config.ts'
import { connect } from '#core/db/connect.ts'
import { joinLearners } from '#core/learners/join-learners.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { content, newLearner } from '#tests/support/open.ts'

const FIRST = 'community.first-words'
const OTHER = 'community.belong'
const idOf = (actor: Actor) => (actor as { learnerId: string }).learnerId

forEachDatabase((_, fresh) => {
  let config: Config
  let core: Core
  beforeAll(async () => {
    config = await fresh()
    core = await openCore(config, { log: () => {}, content })
  })
  afterAll(() => core.close())

  const save = (actor: Actor, words: string, more = {}) =>
    core.saveAnswer(actor, { question: FIRST, value: { words }, channel: 'web', ...more })
  const versions = async (actor: Actor) =>
    (await core.myVersions(actor, { question: FIRST })).versions.map((v) => [v.revision, v.lines.join()])
  const everything = async (actor: Actor) => {
    const { bytes } = await core.exportMine(actor, { format: 'json' })
    return Buffer.from(bytes).toString()
  }

  test('an answer that was taken back can be deleted for good, with what was said of it and clauses', async () => {
    const { actor } = await newLearner(core)
    const late = randomUUID()
    await save(actor, 'one')
    await save(actor, 'two')
    await core.saveAnswer(actor, { question: OTHER, value: { story: 'stays' }, channel: 'web' })
    await core.confirmEvidence(actor, { question: FIRST, clause: 'SC-NETWORKS:K14' })
    await expect(core.forgetVersions(actor, { question: FIRST })).rejects.toMatchObject({ kind: 'invalid' })
    expect(await versions(actor)).toHaveLength(2)
    await save(actor, '')
    expect(await core.forgetVersions(actor, { question: FIRST })).toEqual({ forgotten: 2 })
    expect(await versions(actor)).toEqual([[1, '']])
    const file = await everything(actor)
    expect(file).toContain('stays')
    for (const gone of ['"one"', '"two"', 'SC-NETWORKS:K14']) expect(file).not.toContain(gone)
    expect(await core.forgetVersions(actor, { question: FIRST })).toEqual({ forgotten: 0 })
    // What was sent before and arrives now is asked about; what is written now is saved, as often as it changes.
    await expect(save(actor, 'one', { base: 0, operation: late })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(save(actor, 'two', { base: 2, operation: late })).rejects.toMatchObject({ kind: 'conflict' })
    for (const words of ['a', 'b', 'c', 'd']) await save(actor, words)
    expect((await versions(actor)).map(([n]) => n)).toEqual([1, 2, 3, 4, 5])
  })

  test('of joined notebooks, what was written in either goes', async () => {
    const [{ actor: one }, { actor: two }] = [await newLearner(core), await newLearner(core)]
    await save(one, 'from one')
    await save(two, 'from two')
    await save(two, 'and again')
    const db = await connect(config)
    await db.write(joinLearners(db, idOf(two), idOf(one)))
    await db.close()
    await save(one, '')
    expect(await core.forgetVersions(one, { question: FIRST })).toEqual({ forgotten: 3 })
    expect(await versions(one)).toEqual([[1, '']])
    for (const words of ['a', 'b', 'c', 'd']) await save(one, words)
    expect(await versions(one)).toHaveLength(5)
  })

  test('what is saved at the same moment is never deleted', async () => {
    for (let i = 0; i < 10; i++) {
      const { actor } = await newLearner(core)
      await save(actor, 'before')
      await save(actor, '')
      await Promise.allSettled([core.forgetVersions(actor, { question: FIRST }), save(actor, 'written meanwhile')])
      expect((await versions(actor)).at(-1)?.[1]).toContain('written meanwhile')
      // Whatever numbers are left, the next saves find free ones.
      const before = (await versions(actor)).length
      for (const words of ['a', 'b', 'c', 'd']) await save(actor, words)
      expect(await versions(actor)).toHaveLength(before + 4)
    }
  })

  test('what was deleted can be brought in again from one’s own file, and written on', async () => {
    const { actor } = await newLearner(core)
    await save(actor, 'one')
    await save(actor, 'two')
    const file = await everything(actor)
    await save(actor, '')
    await core.forgetVersions(actor, { question: FIRST })
    await core.importMine(actor, { file })
    for (const words of ['a', 'b', 'c', 'd']) await save(actor, words)
    expect((await versions(actor)).map(([, words]) => words).toSorted()).toEqual(['', 'a', 'b', 'c', 'd', 'one', 'two'])
  })

  test('what came in a file and isn’t asked here goes whole', async () => {
    const [{ actor }, { actor: before }] = [await newLearner(core), await newLearner(core)]
    await save(before, 'from elsewhere')
    await save(actor, 'from here')
    const file = (await everything(before)).replaceAll(FIRST, 'garden.first-words')
    await core.importMine(actor, { file })
    const { answers } = await core.myAnswers(actor, {})
    const question = answers.find((answer) => answer.question.elsewhere)?.question.id as string
    expect(await core.forgetVersions(actor, { question })).toEqual({ forgotten: 1 })
    const left = await everything(actor)
    expect([left.includes('from elsewhere'), left.includes('from here')]).toEqual([false, true])
  })

  test('nobody deletes another’s, and there is nothing to delete where nothing was written', async () => {
    const { actor } = await newLearner(core)
    await save(actor, 'mine')
    await save(actor, '')
    const stranger = (await newLearner(core)).actor
    await expect(core.forgetVersions(stranger, { question: FIRST })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(core.forgetVersions(VISITOR, { question: FIRST })).rejects.toMatchObject({ kind: 'signed-out' })
    expect(await versions(actor)).toHaveLength(2)
  })
})
