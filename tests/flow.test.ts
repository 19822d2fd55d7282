import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { verbs } from '#core/verbs.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newLearner, open } from '#tests/support/open.ts'

/** The flow table of the README: a step, its edge, and the one core call it makes. */
const rows = readFileSync('README.md', 'utf8')
  .split('\n')
  .map((line) => /^\| (.+?) +\| `(.+?)` +\| `core\.(\w+)\(/.exec(line))
  .flatMap((found) =>
    found ? [{ step: found[1] as string, edge: found[2] as string, verb: found[3] as keyof typeof verbs }] : [],
  )

const NAMES = new Set(Object.keys(verbs))
const callsIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/\bcore\.(\w+)\(/g)]
    .map((m) => m[1] as string)
    .filter((name) => NAMES.has(name))

test('the README has a table of the flow', () => {
  expect(rows.map((r) => r.verb)).toEqual(
    expect.arrayContaining(['saveAnswer', 'myAnswers', 'askStandards', 'cohortInsights']),
  )
})

test.each(rows)('$step: $edge makes one core call, $verb', ({ edge, verb }) => {
  expect(callsIn(edge)).toEqual([verb])
})

/** What each call of the table does when it is made. */
const run: Record<string, (core: Core, actor: Actor) => Promise<void>> = {
  async saveAnswer(core, actor) {
    const saved = await core.saveAnswer(actor, {
      question: 'community.belong',
      value: { story: 'They kept a chair.' },
      channel: 'web',
    })
    expect(saved.revision).toBe(1)
  },
  async myAnswers(core, actor) {
    const { answers } = await core.myAnswers(actor, { chapter: 'community' })
    expect(answers.map((a) => a.lines)).toEqual([['They kept a chair.']])
  },
  async askStandards(core, actor) {
    const answer = await core.askStandards(actor, { question: 'What does SFJBA13 PC 2 say?' })
    const clause = core.content.clause('SFJBA13:PC2')
    expect(JSON.stringify(answer)).toContain(JSON.stringify(clause?.text).slice(1, -1))
  },
  async cohortInsights(core, actor) {
    // A learner who is nobody's trainer gets what somebody gets who asks for nothing that is there.
    await expect(core.cohortInsights(actor, { cohort: 'nothing-there' })).rejects.toMatchObject({ kind: 'not-found' })
  },
}

forEachDatabase((_name, fresh) => {
  test('every call of the table does what the table says, one after the other', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    for (const verb of new Set(rows.map((r) => r.verb))) await run[verb]?.(core, actor)
    expect(Object.keys(run)).toEqual([...new Set(rows.map((r) => r.verb))])
  })
})
