import { expect, test } from 'vitest'
import { learnerOf, VISITOR } from '#core/actor.ts'
import { notebookMark } from '#core/learners/notebook-mark.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newLearner, open } from '#tests/support/open.ts'
import { runSql } from '#tests/support/sql.ts'

const words = (notebook?: string) => ({
  question: 'community.belong',
  value: { story: 'They kept me a chair.' },
  channel: 'web' as const,
  notebook,
})

forEachDatabase((_name, fresh) => {
  test('words go into the notebook that they were written in, and into no other', async () => {
    const config = await fresh()
    const core = await open(config)
    const [ada, ben] = [(await newLearner(core)).actor, (await newLearner(core)).actor]
    const [adas, bens] = [ada, ben].map((actor) => learnerOf(actor) as string) as [string, string]
    await expect(core.saveAnswer(ben, words(notebookMark(adas)))).rejects.toMatchObject({ kind: 'other-notebook' })
    await expect(core.saveAnswer(VISITOR, words(notebookMark(adas)))).rejects.toMatchObject({ kind: 'other-notebook' })
    expect((await core.myAnswers(ben, {})).answers).toEqual([])
    expect((await core.saveAnswer(ada, words(notebookMark(adas)))).revision).toBe(1)
    // Joined into somebody, what was written before is theirs too.
    await runSql(config, `update learner set root_id = '${bens}' where id = '${adas}'`)
    expect((await core.saveAnswer(ben, { ...words(notebookMark(adas)), base: 1 })).revision).toBe(1)
  })
})
