import { expect, onTestFinished, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { connect } from '#core/db/connect.ts'
import { joins, newCourse, newMembers, newPerson, newTrainer, openAt } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { keptFor } from '#tests/support/unanswered.ts'

const ANSWERED = 'How would I build trust with people in public places?'

/** Asks, and says of the answer that it isn't what was asked. */
async function notThat(core: Core, actor: Actor, question: string) {
  const first = await core.askStandards(actor, { question })
  const context = first.context ?? { clauses: [], rest: [], facts: [], standards: [] }
  return { first, second: await core.otherClauses(actor, { context, question }) }
}

forEachDatabase((_name, fresh) => {
  const begin = async () => {
    const { core, config } = await openAt(await fresh())
    const course = await newCourse(core, await newTrainer(core))
    const [member] = (await newMembers(core, course, ['member'])) as [Actor]
    const db = await connect(config)
    onTestFinished(() => db.close())
    return { core, course, member, db }
  }

  test('of one answer, no clause is shown twice until there are no more, however often it is said', async () => {
    const { core } = await begin()
    const question = 'how do I evaluate a partnership?'
    const first = await core.askStandards(VISITOR, { question })
    const seen = first.quotes.map(({ clause }) => clause)
    expect(first.context?.rest.length).toBeGreaterThan(0)
    let context = first.context as NonNullable<typeof first.context>
    for (let rest = context.rest.length; rest > 0; rest = context.rest.length) {
      const { kind, quotes, context: next } = await core.otherClauses(VISITOR, { context })
      expect(kind).toBe('answer')
      for (const { clause, text } of quotes) {
        expect(seen).not.toContain(clause)
        expect(core.content.clause(clause)?.text).toBe(text)
        seen.push(clause)
      }
      context = next as typeof context
    }
    expect(await core.otherClauses(VISITOR, { context })).toMatchObject({ kind: 'refusal', quotes: [], choices: [] })
    // With the question, what comes nearest beside them; and when that is turned down too, there is an end.
    const ends: string[] = []
    for (let tries = 0; tries < 6; tries++) {
      const { kind, choices, context: next } = await core.otherClauses(VISITOR, { context, question })
      for (const { clause } of choices) expect(seen).not.toContain(clause)
      seen.push(...choices.map(({ clause }) => clause))
      context = next as typeof context
      ends.push(kind)
    }
    expect(ends[0]).toBe('hedge')
    expect(ends.at(-1)).toBe('refusal')
  })

  test('the question is a gap of whoever is counted, once, sealed, near the clauses that didn’t answer it', async () => {
    const { core, member, db } = await begin()
    const { first } = await notThat(core, member, ANSWERED)
    expect(first.kind).toBe('answer')
    await notThat(core, member, ANSWERED)
    expect(await keptFor(core, member)).toEqual([ANSWERED])
    const [gap] = (await core.myGaps(member, {})).gaps
    expect(gap?.near?.path).toContain('/standards/')
    expect(JSON.stringify(await db.read.selectFrom('gap').selectAll().execute())).not.toMatch(/public places|trust/)
  })

  test('nothing is kept of anybody who is counted nowhere, and they are shown the same', async () => {
    const { core, course, member, db } = await begin()
    const uncounted = await newPerson(core, 'uncounted')
    await joins(core, uncounted, course, false)
    const { second } = await notThat(core, uncounted, ANSWERED)
    expect((await notThat(core, VISITOR, ANSWERED)).second).toEqual(second)
    expect(await db.read.selectFrom('gap').selectAll().execute()).toEqual([])
    expect((await notThat(core, member, ANSWERED)).second).toEqual(second)
  })

  test('what may be about harm, a story, and what only follows are never kept', async () => {
    const { core, member } = await begin()
    for (const question of [
      'My partner hit me last night, what should I do?',
      'How do I report abuse of a child?',
      'We met on Monday. Nobody said a word all evening. I went home and wondered about it for a long time.',
      'tell me more',
    ])
      await notThat(core, member, question)
    expect(await keptFor(core, member)).toEqual([])
  })
})
