import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { VISITOR } from '#core/actor.ts'
import { openCore } from '#core/app.ts'
import type { AppError } from '#core/errors.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { content, newLearner, open } from '#tests/support/open.ts'

const BELONG = 'community.belong'
const belong = (text: string) => ({ question: BELONG, value: { story: text }, channel: 'web' as const })

forEachDatabase((name, fresh) => {
  test('an answer is there after the program was closed and opened again', async () => {
    const config = await fresh()
    const first = await openCore(config, { log: () => {}, content })
    const { actor } = await newLearner(first)
    await first.saveAnswer(actor, belong('Somebody kept me a chair.'))
    await first.close()
    const second = await open(config)
    const { answers } = await second.myAnswers(actor, {})
    expect(answers.map((a) => [a.question.id, a.value.story, a.revision])).toEqual([
      [BELONG, 'Somebody kept me a chair.', 1],
    ])
  })

  test('every save is a revision, oldest first, in the words the question was asked in', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    for (const [base, text] of ['one', 'two', 'three'].entries())
      await core.saveAnswer(actor, { ...belong(text), base })
    const { answers } = await core.myAnswers(actor, { questions: [BELONG], history: true })
    expect(answers[0]?.history.map((r) => r.value.story)).toEqual(['one', 'two', 'three'])
    expect(answers[0]?.asked.ask).toBe(core.content.question(BELONG)?.ask)
  })

  test('the same operation ten times at once is one revision, and the same reply', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const operation = randomUUID()
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => core.saveAnswer(actor, { ...belong('once'), base: 0, operation })),
    )
    expect(new Set(replies.map((r) => `${r.revision} ${r.savedAt} ${r.value.story}`)).size).toBe(1)
    const { answers } = await core.myAnswers(actor, { history: true })
    expect(answers[0]?.history).toHaveLength(1)
  })

  test('an operation that comes again after a newer save has its own reply, and is no conflict', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const operation = randomUUID()
    for (const base of [0, undefined]) {
      const sent = { ...belong('on a slow line'), base, operation: base === 0 ? operation : randomUUID() }
      const first = await core.saveAnswer(actor, sent)
      await core.saveAnswer(actor, belong(`meanwhile, after ${first.revision}`))
      expect(await core.saveAnswer(actor, sent)).toMatchObject({ revision: first.revision, value: first.value })
    }
    const { answers } = await core.myAnswers(actor, { history: true })
    expect(answers[0]?.history).toHaveLength(4)
    // The name of another save is never taken for this one: nobody is told that their words are saved when they aren't.
    const elsewhere = { question: 'community.working-definition', value: { definition: 'Mine.' }, base: 0, operation }
    await expect(core.saveAnswer(actor, { ...elsewhere, channel: 'web' })).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('a stale save is a conflict that carries both texts, and neither is lost', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    await core.saveAnswer(actor, { ...belong('first'), base: 0 })
    await core.saveAnswer(actor, { ...belong('from the other tab'), base: 1 })
    const error = await core.saveAnswer(actor, { ...belong('from this tab'), base: 1 }).catch((e: AppError) => e)
    expect(error).toMatchObject({
      kind: 'conflict',
      detail: { mine: { story: 'from this tab' }, theirs: { value: { story: 'from the other tab' }, revision: 2 } },
    })
    await core.saveAnswer(actor, { ...belong('both, put together'), base: 2 })
    const { answers } = await core.myAnswers(actor, { history: true })
    expect(answers[0]?.history.map((r) => r.value.story)).toEqual(['first', 'from the other tab', 'both, put together'])
  })

  test('of two saves at the same moment on one base, one is kept and the other is told', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const both = await Promise.allSettled([
      core.saveAnswer(actor, { ...belong('left'), base: 0 }),
      core.saveAnswer(actor, { ...belong('right'), base: 0 }),
    ])
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((both.find((r) => r.status === 'rejected') as PromiseRejectedResult).reason.kind).toBe('conflict')
  })

  test('a clock that is set back a day does not change the order of revisions', async () => {
    const config = await fresh()
    const clock = join(config.dataDir, '..', 'clock')
    const core = await open({ ...config, testClock: clock })
    writeFileSync(clock, '2026-03-02T09:00:00Z')
    const { actor } = await newLearner(core)
    await core.saveAnswer(actor, belong('Monday'))
    writeFileSync(clock, '2026-03-01T09:00:00Z')
    await core.saveAnswer(actor, belong('Sunday, says the clock'))
    const { answers } = await core.myAnswers(actor, {})
    expect(answers[0]?.value.story).toBe('Sunday, says the clock')
  })

  test('another learner, and a visitor, see nothing of it', async () => {
    const core = await open(await fresh())
    const mine = await newLearner(core)
    const theirs = await newLearner(core)
    await core.saveAnswer(mine.actor, belong('only for me'))
    expect(await core.myAnswers(theirs.actor, {})).toEqual({ answers: [] })
    expect(await core.myAnswers(VISITOR, {})).toEqual({ answers: [] })
  })

  test('what is stored is what was typed, but for U+0000 and lone surrogates', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const text = '  👩‍👩‍👧 e\u0301 \u202Ertl\u202C $& <b>&amp;</b> \u0000 \ud800 end\n\n'
    await core.saveAnswer(actor, belong(text))
    const { answers } = await core.myAnswers(actor, {})
    expect(answers[0]?.value.story).toBe('  👩‍👩‍👧 e\u0301 \u202Ertl\u202C $& <b>&amp;</b>  \ufffd end\n\n')
  })

  test('10,000 characters are taken; one more is refused with the limit and the length, and nothing is stored', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    await core.saveAnswer(actor, belong('🙂'.repeat(10_000)))
    const error = await core.saveAnswer(actor, belong('🙂'.repeat(10_001))).catch((e: AppError) => e)
    expect(error).toMatchObject({
      kind: 'invalid',
      fields: { story: 'This can be up to 10,000 characters. It is 10,001 now.' },
    })
    const { answers } = await core.myAnswers(actor, {})
    expect(answers[0]?.revision).toBe(1)
  })

  test('a visitor’s blank answer starts nothing; words need a notebook first', async () => {
    const core = await open(await fresh())
    expect(await core.saveAnswer(VISITOR, belong(''))).toMatchObject({ revision: 0, blank: true })
    await expect(core.saveAnswer(VISITOR, belong('words'))).rejects.toMatchObject({ kind: 'signed-out' })
  })

  test('a private question can’t be answered in chat', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const sent = { question: 'community.on-the-edge', value: { text: 'words' }, channel: 'slack' as const }
    await expect(core.saveAnswer(actor, sent)).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('deleting everything leaves nothing of the words in any file, and the notebook is gone', async () => {
    const config = await fresh()
    const core = await open(config)
    const { actor, secret } = await newLearner(core)
    await core.saveAnswer(actor, belong('a sentence that must not survive'))
    await core.eraseMe(actor, { sure: 'delete everything' })
    expect(await core.myAnswers(actor, {})).toEqual({ answers: [] })
    expect(await core.whoIsThis(VISITOR, { secret })).toEqual(VISITOR)
    if (name === 'SQLite')
      for (const file of readdirSync(config.dataDir))
        expect(readFileSync(join(config.dataDir, file), 'latin1')).not.toContain(
          (actor as { learnerId: string }).learnerId,
        )
  })

  test('nothing of what a learner wrote lies readable in the database', async () => {
    const config = await fresh()
    const core = await open(config)
    const { actor } = await newLearner(core)
    await core.saveAnswer(actor, belong('findable words'))
    if (name === 'SQLite')
      for (const file of readdirSync(config.dataDir))
        expect(readFileSync(join(config.dataDir, file), 'latin1')).not.toContain('findable words')
  })
})
