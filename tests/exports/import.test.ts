import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { AppError } from '#core/errors.ts'
import type { NotebookFile } from '#core/exports/notebook-file.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { content, newLearner, open } from '#tests/support/open.ts'
import { asked, fillNotebook } from './full-notebook.ts'

const BELONG = 'community.belong'
const belong = (story: string, base?: number) => ({ question: BELONG, value: { story }, base, channel: 'web' as const })

const takeAlong = async (core: Core, actor: Actor): Promise<NotebookFile> =>
  JSON.parse(Buffer.from((await core.exportMine(actor, { format: 'json' })).bytes).toString())
const bring = (core: Core, actor: Actor, file: unknown) => core.importMine(actor, { file: JSON.stringify(file) })
const refusal = async (core: Core, actor: Actor, file: unknown): Promise<AppError> =>
  core.importMine(actor, { file: typeof file === 'string' ? file : JSON.stringify(file) }).then(
    () => Promise.reject(new Error('This should have been refused.')),
    (error) => error,
  )
const stories = async (core: Core, actor: Actor) => {
  const { answers } = await core.myAnswers(actor, { questions: [BELONG], history: true })
  return answers.flatMap((a) => a.history.map((r) => r.value.story))
}
/** What of a file is the same wherever it is: all but when it was brought in. */
const lasting = ({ answers }: NotebookFile) =>
  answers.map((a) => ({ ...a, revisions: a.revisions.map((r) => ({ ...r, importedAt: null })) }))

/** A file with one version of one answer, to be spoilt. */
function oneVersion(change: { record?: object; revision?: object } = {}): NotebookFile {
  const question = content.question(BELONG)
  if (!question) throw new Error('The question is gone.')
  const revision = {
    operation: randomUUID(),
    savedAt: '2025-03-02T09:00:00.000Z',
    channel: 'web',
    wording: question.hash,
    value: { story: 'Brought along.' },
    moves: {},
    words: [{ label: null, lines: ['Brought along.'] }],
    importedAt: null,
    ...change.revision,
  }
  const record = {
    question: BELONG,
    ask: question.ask,
    place: 'Chapter 1',
    private: false,
    wordings: [{ wording: question.hash, ask: question.ask, parts: question.parts }],
    revisions: [revision],
    ...change.record,
  }
  return { format: 'standpoint-notebook', version: 1, answers: [record] } as unknown as NotebookFile
}

forEachDatabase((_name, fresh) => {
  test('a whole notebook comes over to another installation, and the file made there says the same', {
    timeout: 120_000,
  }, async () => {
    const [from, to] = [await open(await fresh()), await open(await fresh())]
    const { actor } = await newLearner(from)
    await fillNotebook(from, actor, asked, 3)
    const file = await takeAlong(from, actor)
    const there = await newLearner(to)
    const versions = asked.length * 3
    expect(await bring(to, there.actor, file)).toEqual({
      added: versions,
      already: 0,
      elsewhere: 0,
      redated: 0,
      questions: asked.length,
      links: { added: 0, leftBehind: 0 },
      notes: { added: 0, leftBehind: 0, tooLong: 0 },
    })
    expect(lasting(await takeAlong(to, there.actor))).toEqual(lasting(file))
    expect(await bring(to, there.actor, file)).toMatchObject({ added: 0, already: versions })
    expect(lasting(await takeAlong(to, there.actor))).toEqual(lasting(file))
  })

  test('other words under the name of a version, as an editor’s hand may leave them, are a version too, and once', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const file = oneVersion()
    const [record] = file.answers
    const other = { ...record?.revisions[0], value: { story: 'Added by hand.' } }
    const edited = { ...file, answers: [{ ...record, revisions: [record?.revisions[0], other, other] }] }
    expect(await bring(core, actor, edited)).toMatchObject({ added: 2, already: 1 })
    expect(await bring(core, actor, edited)).toMatchObject({ added: 0, already: 3 })
    expect(await stories(core, actor)).toEqual(['Brought along.', 'Added by hand.'])
  })

  test('one’s own file changes nothing where it was made', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    for (const text of ['one', 'two']) await core.saveAnswer(actor, belong(text))
    const file = await takeAlong(core, actor)
    expect(await bring(core, actor, file)).toMatchObject({ added: 0, already: 2 })
    expect(await takeAlong(core, actor)).toMatchObject({ answers: file.answers })
  })

  test('what was here and what is brought along both stay, in the order in which they were written', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    await core.saveAnswer(actor, belong('written here'))
    expect(await bring(core, actor, oneVersion())).toMatchObject({ added: 1 })
    expect(await stories(core, actor)).toEqual(['Brought along.', 'written here'])
    const { answers } = await core.myAnswers(actor, { history: true })
    expect(answers[0]?.history.map((r) => r.imported)).toEqual([true, undefined])
    await core.saveAnswer(actor, belong('and on from there', 2))
    expect(await stories(core, actor)).toEqual(['Brought along.', 'written here', 'and on from there'])
  })

  test('two windows that bring in the same file at once bring it in once', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const file = oneVersion()
    const done = await Promise.all(Array.from({ length: 5 }, () => bring(core, actor, file)))
    expect(done.map((d) => d.added).sort()).toEqual([0, 0, 0, 0, 1])
    expect(await stories(core, actor)).toEqual(['Brought along.'])
  })

  test('a question that isn’t asked here, and one whose wording we never had, stay readable word for word', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const ask = 'What did you sow?'
    const sown = { wording: content.question(BELONG)?.hash, ask, parts: content.question(BELONG)?.parts }
    const theirs = oneVersion({
      record: { question: 'gardens.first-seed', ask, place: 'Chapter 9', wordings: [sown] },
    })
    const wordings = [{ wording: 'f'.repeat(32), ask: 'What was the first seed?', parts: [{ type: 'hologram' }] }]
    const changed = oneVersion({
      record: { wordings },
      revision: { wording: 'f'.repeat(32), savedAt: '2024-01-01T00:00:00Z' },
    })
    expect(await bring(core, actor, theirs)).toMatchObject({ added: 1, elsewhere: 1 })
    expect(await bring(core, actor, changed)).toMatchObject({ added: 1, elsewhere: 1 })
    const { answers } = await core.myAnswers(actor, { history: true })
    expect(answers.map((a) => [a.question.id, a.asked.ask, a.lines, a.stillAsked])).toEqual([
      ['elsewhere.community.belong', 'What was the first seed?', ['Brought along.'], false],
      ['elsewhere.gardens.first-seed', 'What did you sow?', ['Brought along.'], false],
    ])
    const again = await takeAlong(core, actor)
    expect(lasting(again).find((a) => a.question === 'gardens.first-seed')?.revisions).toEqual(
      theirs.answers[0]?.revisions,
    )
  })

  test('an older wording of a question comes with its answer, and is nobody else’s', async () => {
    const core = await open(await fresh())
    const [mine, theirs] = [await newLearner(core), await newLearner(core)]
    const parts = content.question(BELONG)?.parts ?? []
    const { hash } = await hashOf('Where did you once belong?', parts)
    const wordings = [{ wording: hash, ask: 'Where did you once belong?', parts }]
    expect(
      await bring(core, mine.actor, oneVersion({ record: { wordings }, revision: { wording: hash } })),
    ).toMatchObject({
      added: 1,
      elsewhere: 0,
    })
    const { answers } = await core.myAnswers(mine.actor, {})
    expect(answers.map((a) => [a.question.id, a.asked.ask, a.wordingChanged])).toEqual([
      [BELONG, 'Where did you once belong?', true],
    ])
    // Had it gone among everybody's wordings, anybody could save under it.
    await expect(core.saveAnswer(theirs.actor, { ...belong('x'), wording: hash })).rejects.toMatchObject({
      kind: 'not-found',
    })
  })

  test('a value that doesn’t fit its question is kept in words and never taken for an answer to it', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    for (const value of [{ story: 7 }, { story: ['x'] }, { story: 'x'.repeat(10_001) }, { story: { deep: 'x' } }])
      expect(await bring(core, actor, oneVersion({ revision: { value, operation: randomUUID() } }))).toMatchObject({
        added: 1,
        elsewhere: 1,
      })
    expect(await stories(core, actor)).toEqual([])
    const { answers } = await core.myAnswers(actor, { history: true })
    expect(answers[0]?.history).toHaveLength(4)
  })

  test('a file that isn’t one is refused whole, starts no notebook, and is never quoted', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const bad = {
      'not JSON': 'SECRETWORD {',
      'other JSON': { hello: 'SECRETWORD' },
      'deep JSON': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      'a later version': { ...oneVersion(), version: 2 },
      'a wrong time': oneVersion({ revision: { savedAt: 'SECRETWORD' } }),
      'a wrong operation': oneVersion({ revision: { operation: 'SECRETWORD' } }),
      'a wrong list': { ...oneVersion(), answers: { SECRETWORD: true } },
      'an unknown key': oneVersion({ revision: { SECRETWORD: 1 } }),
      nothing: '',
    }
    for (const [what, file] of Object.entries(bad)) {
      const error = await refusal(core, actor, file)
      expect(error, what).toMatchObject({ kind: 'invalid' })
      expect(`${error.message} ${JSON.stringify(error.fields)}`, what).not.toContain('SECRETWORD')
      expect(await refusal(core, VISITOR, file), what).toMatchObject({ kind: 'invalid' })
    }
    expect((await takeAlong(core, actor)).answers).toEqual([])
    await expect(bring(core, VISITOR, oneVersion())).rejects.toMatchObject({ kind: 'signed-out' })
  })

  test('keys that reach into objects, U+0000, lone surrogates and dates to come do no harm', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const story = 'a\u0000b\ud800c \u202Ertl'
    const file = JSON.stringify(
      oneVersion({ revision: { value: { story }, savedAt: '2999-01-01T00:00:00.000Z', operation: randomUUID() } }),
    )
    const polluting = file
      .replace('"moves":{}', '"moves":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')
      .replace('"place":', '"__proto__":{"polluted":true},"place":')
    const error = await refusal(core, actor, polluting)
    expect(error).toMatchObject({ kind: 'invalid' })
    expect(
      await core.importMine(actor, { file: polluting.replace('"__proto__":{"polluted":true},"place"', '"place"') }),
    ).toMatchObject({
      added: 1,
      redated: 1,
    })
    expect(({} as { polluted?: true }).polluted).toBeUndefined()
    expect(await stories(core, actor)).toEqual(['ab\ufffdc \u202Ertl'])
    await core.saveAnswer(actor, belong('written after', 1))
    expect(await stories(core, actor)).toEqual(['ab\ufffdc \u202Ertl', 'written after'])
  })

  test('versions of one moment keep their order: the last of the file is the newest', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    // As from a machine whose clock is ahead: all of them get the moment at which they come in.
    const savedAt = ['2999-01-01T09:00:00.000Z', '2999-01-01T09:00:01.000Z', '2999-01-02T09:00:00.000Z']
    const one = oneVersion()
    const [record] = one.answers
    const revisions = savedAt.map((at, i) => ({
      ...record?.revisions[0],
      operation: randomUUID(),
      savedAt: at,
      value: { story: `version ${i + 1}` },
    }))
    const file = { ...one, answers: [{ ...record, revisions: [...revisions, revisions[0]] }] }
    expect(await bring(core, actor, file)).toMatchObject({ added: 3, already: 1, redated: 4 })
    const inOrder = ['version 1', 'version 2', 'version 3']
    expect(await stories(core, actor)).toEqual(inOrder)
    // Nor does it turn on the way into another notebook.
    const next = await newLearner(core)
    await bring(core, next.actor, await takeAlong(core, actor))
    expect(await stories(core, next.actor)).toEqual(inOrder)
  })

  test('10,000 versions come in whole, and more than a notebook takes are refused whole', {
    timeout: 60_000,
  }, async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const many = (count: number) => {
      const file = oneVersion()
      const [record] = file.answers
      const [revision] = record?.revisions ?? []
      const at = (i: number) => new Date(Date.parse('2020-01-01') + i).toISOString()
      const revisions = Array.from({ length: count }, (_, i) => ({
        ...revision,
        operation: randomUUID(),
        savedAt: at(i),
        value: { story: `${i}` },
      }))
      return { ...file, answers: [{ ...record, revisions }] }
    }
    expect(await bring(core, actor, many(10_000))).toMatchObject({ added: 10_000 })
    expect(await stories(core, actor)).toEqual(Array.from({ length: 10_000 }, (_, i) => `${i}`))
    expect(await refusal(core, actor, many(20_001))).toMatchObject({ kind: 'invalid' })
    expect(await refusal(core, actor, many(10_001))).toMatchObject({ kind: 'invalid' })
    expect(await stories(core, actor)).toHaveLength(10_000)
  })
})

async function hashOf(ask: string, parts: unknown[]): Promise<{ hash: string }> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify({ ask, parts })))
  return { hash: Buffer.from(bytes).toString('hex').slice(0, 32) }
}
