import { expect, test } from 'vitest'
import { VISITOR } from '#core/actor.ts'
import { type NotebookFile, notebookFile } from '#core/exports/notebook-file.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newLearner, open } from '#tests/support/open.ts'
import { asked, fillNotebook, nthAnswer, VERSIONS } from './full-notebook.ts'

const readJson = (bytes: Uint8Array): NotebookFile =>
  notebookFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))

forEachDatabase((_name, fresh) => {
  test('the JSON file has every answer in every version, each text as it was typed', { timeout: 120_000 }, async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    await fillNotebook(core, actor)
    const { bytes, name, type } = await core.exportMine(actor, { format: 'json' })
    expect([name, type]).toEqual([expect.stringMatching(/^notebook-\d{4}-\d\d-\d\d\.json$/), 'application/json'])
    const { answers } = readJson(bytes)
    expect(answers.map((a) => a.question)).toEqual(asked.map((q) => q.id))
    for (const question of asked) {
      const record = answers.find((a) => a.question === question.id)
      expect(record?.revisions.map((r) => r.value)).toEqual(
        Array.from({ length: VERSIONS }, (_, nth) => nthAnswer(question, nth)),
      )
      expect(record?.private).toBe(question.sensitivity === 'S2')
      expect(record?.wordings).toEqual([{ wording: question.hash, ask: question.ask, parts: question.parts }])
    }
    const { answers: mine } = await core.myAnswers(actor, { history: true })
    expect(answers.flatMap((a) => a.revisions.map((r) => Date.parse(r.savedAt)))).toEqual(
      mine.flatMap((a) => a.history.map((r) => r.savedAt)),
    )
  })

  test('private notes are left out where that is asked for, and the file says so', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    const secret = { question: 'community.on-the-edge', value: { door: 'only for me' }, channel: 'web' as const }
    await core.saveAnswer(actor, secret)
    await core.saveAnswer(actor, { question: 'community.belong', value: { story: 'for all' }, channel: 'web' })
    for (const format of ['json', 'markdown'] as const) {
      const whole = Buffer.from((await core.exportMine(actor, { format })).bytes).toString()
      const without = Buffer.from((await core.exportMine(actor, { format, withoutPrivate: true })).bytes).toString()
      expect(whole).toContain('only for me')
      expect(without).not.toContain('only for me')
      expect(without).toContain('for all')
    }
  })

  test('somebody without a notebook has nothing to take along, and another’s is in nobody’s file', async () => {
    const core = await open(await fresh())
    await expect(core.exportMine(VISITOR, { format: 'json' })).rejects.toMatchObject({ kind: 'signed-out' })
    const [mine, theirs] = [await newLearner(core), await newLearner(core)]
    await core.saveAnswer(theirs.actor, { question: 'community.belong', value: { story: 'theirs' }, channel: 'web' })
    const { bytes } = await core.exportMine(mine.actor, { format: 'json' })
    expect(readJson(bytes).answers).toEqual([])
  })
})
