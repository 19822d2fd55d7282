import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { connect } from '#core/db/connect.ts'
import { joinLearners } from '#core/learners/join-learners.ts'
import { openAt } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { content, newLearner } from '#tests/support/open.ts'
import { pass, type SentPrompt, sendDue, skips } from '#tests/support/prompted.ts'

const MONDAY = '2026-03-02T09:00:00Z'
const TUESDAY = '2026-03-03T10:00:00Z'
const SLACK = { channel: 'slack' as const, place: 'D1' }
const DAILY = { on: true, at: SLACK, perWeek: 3 }
const idOf = (actor: Actor) => (actor as { learnerId: string }).learnerId
const save = (core: Core, actor: Actor, question: string, value: Record<string, unknown>) =>
  core.saveAnswer(actor, { question, value, channel: 'web' })
const ids = (sent: SentPrompt[]) => sent.map(({ prompt }) => prompt)
const textOf = (sent: SentPrompt[], id: string) => sent.find(({ prompt }) => prompt === id)?.taken.prompt?.text

forEachDatabase((_name, fresh) => {
  async function learner(iso = MONDAY) {
    const place = await openAt(await fresh(), iso)
    const { actor } = await newLearner(place.core)
    return { place, core: place.core, actor }
  }

  /** What is sent in some weeks to somebody who says skip each time. */
  const weeks = (place: Parameters<typeof pass>[0], actor: Actor, to: string) =>
    pass(place, MONDAY, to, { minutes: 60, heard: skips(place.core, actor) })

  test('somebody who has begun no chapter gets the first one’s, and then nothing is left', {
    timeout: 60_000,
  }, async () => {
    const { place, core, actor } = await learner()
    await core.setPrompts(actor, DAILY)
    expect(ids(await weeks(place, actor, '2026-03-20T00:00:00Z'))).toEqual([
      'bot.community.scenario',
      'bot.community.checkin',
    ])
  })

  test('a finished chapter comes back four times, spaced, and several chapters take turns', {
    timeout: 120_000,
  }, async () => {
    const { place, core, actor } = await learner()
    const plan = { when: 'somebody says it', will: 'ask who is meant' }
    await save(core, actor, 'community.working-definition', { definition: 'people who notice' })
    await save(core, actor, 'community.practice', { plan })
    place.at('2026-03-12T09:00:00Z')
    await save(core, actor, 'cd.practice', { plan })
    place.at(MONDAY)
    await core.setPrompts(actor, DAILY)
    const sent = await weeks(place, actor, '2026-06-01T00:00:00Z')
    const back = sent
      .filter(({ prompt }) => prompt.includes('revisit'))
      .map(({ at, prompt }) => [at.slice(0, 10), prompt])
    expect(back).toEqual([
      ['2026-03-05', 'bot.community.revisit-2'],
      ['2026-03-12', 'bot.community.revisit-9'],
      ['2026-03-14', 'bot.cd.revisit-2'],
      // Nobody has answered what the ninth day would quote.
      ['2026-03-31', 'bot.community.revisit-28'],
      ['2026-04-09', 'bot.cd.revisit-28'],
      ['2026-05-12', 'bot.community.revisit-70'],
      ['2026-05-21', 'bot.cd.revisit-70'],
    ])
    expect(new Set(ids(sent)).size).toBe(sent.length)
    expect(textOf(sent, 'bot.community.revisit-9')).toContain('“people who notice”')
  })

  test('what is long overdue doesn’t pile up: only the newest of a chapter comes', { timeout: 60_000 }, async () => {
    const { place, core, actor } = await learner()
    place.at('2026-01-20T09:00:00Z')
    await save(core, actor, 'community.practice', { plan: { when: 'a', will: 'b' } })
    place.at(MONDAY)
    await core.setPrompts(actor, DAILY)
    const back = ids(await weeks(place, actor, '2026-03-20T00:00:00Z')).filter((id) => id.includes('revisit'))
    expect(back).toEqual(['bot.community.revisit-28'])
  })

  test('personal answers are quoted only when their author says so, and only what was ticked', {
    timeout: 60_000,
  }, async () => {
    const { place, core, actor } = await learner()
    const question = content.question('power.gives-you-power')
    const part = question?.parts.find((p) => p.type === 'multi-choice') as {
      name: string
      options: { id: string; label: string }[]
    }
    const own = question?.parts.find((p) => p.type === 'short-text')?.name as string
    const [first] = part.options
    await save(core, actor, 'power.gives-you-power', { [part.name]: [first?.id], [own]: 'my grandmother’s allotment' })
    await core.setPrompts(actor, DAILY)
    const sent = await weeks(place, actor, '2026-03-13T00:00:00Z')
    expect(ids(sent)).not.toContain('bot.power.quote')
    await core.choose(actor, { what: 'quoting', yes: true })
    const more = await pass(place, '2026-03-13T00:00:00Z', '2026-03-20T00:00:00Z', {
      heard: async (sent) => sent.prompt === 'bot.power.quote' || skips(core, actor)(sent),
    })
    expect(textOf(more, 'bot.power.quote')).toContain(`“${first?.label}”`)
    expect(JSON.stringify(more)).not.toContain('allotment')
    // A no holds at once, for what was sent already too.
    const text = async () => (await core.waitingPrompt(actor, {}))?.text
    expect(await text()).toContain(`“${first?.label}”`)
    await core.choose(actor, { what: 'quoting', yes: false })
    expect(await text()).toBeNull()
  })

  test('words that may tell of harm don’t come back, and the words are theirs as they are now', async () => {
    const { place, core, actor } = await learner()
    await save(core, actor, 'community.first-words', { words: 'my husband hit me' })
    await core.setPrompts(actor, DAILY)
    expect(ids(await weeks(place, actor, '2026-03-13T00:00:00Z'))).not.toContain('bot.community.quote')
    await save(core, actor, 'community.first-words', { words: 'tea $& {{x}}' })
    const [sent] = await pass(place, '2026-03-13T00:00:00Z', '2026-03-15T00:00:00Z')
    expect(sent?.taken.prompt?.text).toContain('“tea $& {{x}}”')
    expect((await core.waitingPrompt(actor, {}))?.text).toBe(sent?.taken.prompt?.text)
  })

  test('an answer, skip or later counts once; later comes back another day at their hour', {
    timeout: 60_000,
  }, async () => {
    const { place, core, actor } = await learner()
    const stranger = (await newLearner(core)).actor
    await core.setPrompts(actor, DAILY)
    place.at(TUESDAY)
    const [sent] = await sendDue(place)
    const delivery = sent?.taken.delivery as string
    const say = (as: 'later' | 'skipped' | 'answered', more = {}) =>
      core.settleDelivery(actor, { delivery, as, ...more })
    expect((await core.settleDelivery(stranger, { delivery, as: 'skipped' })).counted).toBe(false)
    const both = await Promise.all([say('later'), say('later'), say('skipped')])
    expect(both.filter((s) => s.counted)).toHaveLength(1)
    expect(await core.waitingPrompt(actor, {})).toBeNull()
  })

  test('later comes back the next free day, the same words, and can be put off again', {
    timeout: 60_000,
  }, async () => {
    const { place, core, actor } = await learner()
    await core.setPrompts(actor, { ...DAILY, perWeek: 1, daysOff: [3] })
    place.at(TUESDAY)
    const [sent] = await sendDue(place)
    const delivery = sent?.taken.delivery as string
    expect((await core.settleDelivery(actor, { delivery, as: 'later' })).counted).toBe(true)
    expect((await core.settleDelivery(actor, { delivery, as: 'later' })).counted).toBe(false)
    expect(await sendDue(place)).toEqual([])
    const again = await pass(place, TUESDAY, '2026-03-09T00:00:00Z')
    expect(again.map(({ at, prompt, taken }) => [at, prompt, taken.triedAt])).toEqual([
      ['2026-03-05T10:00', sent?.prompt, null],
    ])
    expect((await core.settleDelivery(actor, { delivery, as: 'later' })).counted).toBe(true)
  })

  test('a reply and one to the question after it are kept, sealed, once each, and go along', async () => {
    const { place, core, actor } = await learner()
    await core.setPrompts(actor, DAILY)
    place.at(TUESDAY)
    const [sent] = await sendDue(place)
    const delivery = sent?.taken.delivery as string
    const operation = randomUUID()
    const answer = (words: string, named?: string) =>
      core.settleDelivery(actor, { delivery, as: 'answered', words, operation: named ?? randomUUID() })
    expect(await answer('the tenants and the choir', operation)).toEqual({ counted: true, replies: 1 })
    expect(await answer('the tenants and the choir', operation)).toEqual({ counted: true, replies: 1 })
    expect(await answer('a crèche')).toEqual({ counted: true, replies: 2 })
    expect((await answer('a third')).counted).toBe(false)
    expect((await core.settleDelivery(actor, { delivery, as: 'skipped' })).counted).toBe(false)
    const db = await connect(place.config)
    const rows = await db.read.selectFrom('delivery').selectAll().execute()
    await db.close()
    expect(JSON.stringify(rows)).not.toMatch(/tenants|crèche/)
    const file = JSON.stringify(
      await core.exportMine(actor, { format: 'json' }).then(({ bytes }) => Buffer.from(bytes).toString('utf8')),
    )
    expect(file).toContain('the tenants and the choir')
    expect(file).toContain('a crèche')
  })

  test('deleting everything takes schedules and deliveries along, and nothing is sent after', async () => {
    const { place, core, actor } = await learner()
    await core.setPrompts(actor, DAILY)
    place.at(TUESDAY)
    await core.queuePrompts(SYSTEM, {})
    const taken = await core.takeDelivery(SYSTEM, { channels: ['slack'] })
    await core.eraseMe(actor, { sure: 'delete everything' })
    const outcome = { as: 'sent' as const, ref: '1' }
    expect(
      await core.markDelivery(SYSTEM, {
        delivery: taken?.delivery as string,
        lease: taken?.lease as string,
        outcome,
        channel: 'slack',
      }),
    ).toBe(false)
    const db = await connect(place.config)
    expect(await db.read.selectFrom('schedule').selectAll().execute()).toEqual([])
    expect(await db.read.selectFrom('delivery').selectAll().execute()).toEqual([])
    await db.close()
    expect(await pass(place, TUESDAY, '2026-03-20T00:00:00Z', { minutes: 240 })).toEqual([])
  })

  test('two notebooks that become one have the settings that were changed last, and one prompt', {
    timeout: 60_000,
  }, async () => {
    const { place, core, actor } = await learner()
    const { actor: other } = await newLearner(core)
    await core.setPrompts(other, { on: true, hour: 15, at: { channel: 'slack', place: 'D2' } })
    place.at('2026-03-02T10:00:00Z')
    await core.setPrompts(actor, { on: true, hour: 11, at: SLACK })
    const db = await connect(place.config)
    await db.write(joinLearners(db, idOf(other), idOf(actor)))
    await db.close()
    expect(await core.myPrompts(actor, {})).toMatchObject({ hour: 11 })
    const sent = await pass(place, '2026-03-02T10:00:00Z', '2026-03-09T00:00:00Z')
    expect(sent.map(({ at, place: where }) => [at, where])).toEqual([['2026-03-03T11:00', 'D1']])
    await core.setPrompts(actor, { on: false })
    expect(await pass(place, '2026-03-09T00:00:00Z', '2026-03-20T00:00:00Z', { minutes: 240 })).toEqual([])
  })
})
