import { expect, test } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import { openAt } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { content, newLearner } from '#tests/support/open.ts'
import { pass, sendDue, skips } from '#tests/support/prompted.ts'

/** A Monday. */
const MONDAY = '2026-03-02T09:00:00Z'
const SLACK = { channel: 'slack' as const, place: 'D1' }
const CHANNELS = { channels: ['slack' as const] }

forEachDatabase((_name, fresh) => {
  async function prompted(iso = MONDAY, wishes = {}) {
    const place = await openAt(await fresh(), iso)
    const { actor } = await newLearner(place.core)
    await begin(place.core, actor)
    await place.core.setPrompts(actor, { on: true, at: SLACK, ...wishes })
    return { place, core: place.core, actor }
  }

  /** An answer in some chapters, so that there is enough to ask. */
  async function begin(core: Awaited<ReturnType<typeof openAt>>['core'], actor: Actor) {
    for (const { id, parts } of content.questions.filter((q) => q.parts[0]?.type === 'long-text').slice(0, 12))
      await core.saveAnswer(actor, { question: id, value: { [parts[0]?.name as string]: 'words' }, channel: 'web' })
  }

  test('nothing is sent to somebody who hasn’t switched prompts on', async () => {
    const place = await openAt(await fresh(), MONDAY)
    const { actor } = await newLearner(place.core)
    expect(await place.core.myPrompts(VISITOR, {})).toMatchObject({ on: false })
    await place.core.setPrompts(actor, { perWeek: 3, at: SLACK })
    await place.core.pausePrompts(actor, { until: 'tomorrow' })
    expect(await place.core.myPrompts(actor, {})).toMatchObject({ on: false, perWeek: 3, nextAt: null })
    expect(await pass(place, MONDAY, '2026-03-20T00:00:00Z', { minutes: 240 })).toEqual([])
  })

  test('once a week by default, on a Tuesday at ten; up to three, never two a day', { timeout: 60_000 }, async () => {
    const { place, core, actor } = await prompted()
    const heard = skips(core, actor)
    const weekly = await pass(place, MONDAY, '2026-03-16T23:00:00Z', { heard })
    expect(weekly.map((s) => s.at)).toEqual(['2026-03-03T10:00', '2026-03-10T10:00'])
    place.at('2026-03-17T11:00:00Z')
    expect(await sendDue(place)).toHaveLength(1)
    // Every change counts from now, and the day has had one.
    await core.setPrompts(actor, { perWeek: 3, hour: 12 })
    const often = await pass(place, '2026-03-17T11:00:00Z', '2026-03-23T23:00:00Z', { heard })
    expect(often.map((s) => s.at)).toEqual(['2026-03-18T12:00', '2026-03-19T12:00', '2026-03-21T12:00'])
  })

  test('a bank holiday of their nation and a day off are left free, and cost nothing', {
    timeout: 60_000,
  }, async () => {
    // Easter Monday, 6 April 2026, is a bank holiday in England and not in Scotland.
    const { place, core, actor } = await prompted('2026-04-05T22:00:00Z', {
      weekday: 1,
      nation: 'england',
      daysOff: [2],
    })
    const { actor: scot } = await newLearner(core)
    await core.setPrompts(scot, { on: true, weekday: 1, nation: 'scotland', at: { channel: 'slack', place: 'D2' } })
    const heard = async (sent: Parameters<ReturnType<typeof skips>>[0]) =>
      skips(core, sent.place === 'D2' ? scot : actor)(sent)
    const sent = await pass(place, '2026-04-05T22:00:00Z', '2026-04-11T00:00:00Z', { heard })
    expect(sent.map((s) => [s.place, s.at])).toEqual([
      ['D2', '2026-04-06T09:00'],
      ['D1', '2026-04-08T09:00'],
    ])
  })

  test('hours that can’t be kept are refused, and say which', async () => {
    const { core, actor } = await prompted()
    await expect(core.setPrompts(actor, { hour: 22 })).rejects.toMatchObject({ fields: { hour: expect.any(String) } })
    await expect(core.setPrompts(actor, { zone: '+01:00' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(core.setPrompts(actor, { daysOff: [0, 1, 2, 3, 4, 5, 6] })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(core.setPrompts(actor, { perWeek: 4 })).rejects.toMatchObject({ kind: 'invalid' })
    await core.setPrompts(actor, { quietFrom: 6, quietUntil: 6, hour: 22 })
    expect(await core.myPrompts(actor, {})).toMatchObject({ hour: 22, on: true })
  })

  test('after an outage of weeks one is caught up, in waking hours, and then the next in its turn', {
    timeout: 60_000,
  }, async () => {
    const { place, core, actor } = await prompted()
    const sent = await pass(place, '2026-03-26T23:00:00Z', '2026-04-01T12:00:00Z', { heard: skips(core, actor) })
    expect(sent.map((s) => s.at)).toEqual(['2026-03-27T10:00', '2026-03-31T09:00'])
  })

  test('one that waited through an outage is let go when its time is over, and doesn’t come beside the next', async () => {
    const { place, core } = await prompted()
    place.at('2026-03-03T10:00:00Z')
    expect(await core.queuePrompts(SYSTEM, {})).toEqual({ queued: 1 })
    expect(await core.queuePrompts(SYSTEM, {})).toEqual({ queued: 0 })
    const sent = await pass(place, '2026-03-10T10:00:00Z', '2026-03-12T10:00:00Z')
    expect(sent.map((s) => s.at)).toEqual(['2026-03-10T10:00'])
  })

  test('nothing comes in a pause, and the next on its first weekday after', { timeout: 60_000 }, async () => {
    const { place, core, actor } = await prompted()
    place.at('2026-03-03T10:00:00Z')
    await core.queuePrompts(SYSTEM, {})
    // What was queued already waits too.
    const { snoozedUntil } = await core.pausePrompts(actor, { until: '30 March' })
    expect(new Date(snoozedUntil as number).toISOString()).toBe('2026-03-29T23:00:00.000Z')
    expect(await pass(place, '2026-03-03T10:00:00Z', '2026-03-29T22:00:00Z', { minutes: 240 })).toEqual([])
    const after = await pass(place, '2026-03-29T23:00:00Z', '2026-04-01T00:00:00Z', { heard: skips(core, actor) })
    expect(after.map((s) => s.at)).toEqual(['2026-03-30T09:00', '2026-03-31T09:00'])
    for (const until of ['yesterday', '2026-03-02', '2028-01-01'])
      await expect(core.pausePrompts(actor, { until })).rejects.toMatchObject({ fields: { until: expect.any(String) } })
    await core.pausePrompts(actor, {})
    expect((await core.pausePrompts(actor, { until: null })).snoozedUntil).toBeNull()
  })

  test('stop holds from that moment, also for what was queued, and its settings wait', async () => {
    const { place, core, actor } = await prompted(MONDAY, { perWeek: 2 })
    place.at('2026-03-03T10:00:00Z')
    await core.queuePrompts(SYSTEM, {})
    expect(await core.stopPrompts(actor, {})).toBe(true)
    expect(await core.stopPrompts(actor, {})).toBe(false)
    expect(await core.takeDelivery(SYSTEM, CHANNELS)).toBeNull()
    expect(await pass(place, '2026-03-03T10:00:00Z', '2026-03-20T10:00:00Z', { minutes: 240 })).toEqual([])
    expect(await core.setPrompts(actor, { on: true })).toMatchObject({ perWeek: 2, on: true })
    const again = await pass(place, '2026-03-20T11:00:00Z', '2026-03-24T11:00:00Z')
    expect(again.map((s) => s.at)).toEqual(['2026-03-24T10:00'])
  })

  test('two left alone halve what comes, four are followed by one question, and then it is quiet', {
    timeout: 60_000,
  }, async () => {
    const { place, core, actor } = await prompted()
    const alone = await pass(place, MONDAY, '2026-07-01T00:00:00Z', { minutes: 120 })
    expect(alone.map((s) => [s.at.slice(0, 10), s.prompt === 'ask'])).toEqual([
      ['2026-03-03', false],
      ['2026-03-10', false],
      ['2026-03-24', false],
      ['2026-04-07', false],
      ['2026-04-21', true],
    ])
    expect(await core.myPrompts(actor, {})).toMatchObject({ on: true, asked: true, nextAt: null })
    // Keep going.
    await core.setPrompts(actor, { on: true })
    const more = await pass(place, '2026-07-01T00:00:00Z', '2026-07-09T00:00:00Z')
    expect(more.map((s) => s.at)).toEqual(['2026-07-07T09:00'])
    // Fewer: once a fortnight.
    expect(await core.setPrompts(actor, { perWeek: 'fewer' })).toMatchObject({ perWeek: 1, every: 2 })
  })

  test('a word to the third takes the halving back', { timeout: 60_000 }, async () => {
    const { place, core, actor } = await prompted()
    let nth = 0
    const heard = async (sent: Parameters<ReturnType<typeof skips>>[0]) => {
      if (++nth === 3) await skips(core, actor)(sent)
    }
    const sent = await pass(place, MONDAY, '2026-04-01T00:00:00Z', { heard })
    expect(sent.map((s) => s.at.slice(0, 10))).toEqual(['2026-03-03', '2026-03-10', '2026-03-24', '2026-03-31'])
  })

  test('a send that was refused for now, went wrong, or can never work', async () => {
    const { place, core } = await prompted()
    place.at('2026-03-03T10:00:00Z')
    await core.queuePrompts(SYSTEM, {})
    const first = await core.takeDelivery(SYSTEM, CHANNELS)
    if (!first) throw new Error('Nothing was due.')
    const mark = (lease: string, outcome: Parameters<typeof core.markDelivery>[1]['outcome']) =>
      core.markDelivery(SYSTEM, { delivery: first.delivery, lease, outcome, channel: first.channel })
    expect(await core.takeDelivery(SYSTEM, CHANNELS)).toBeNull()
    expect(await mark('another', { as: 'sent', ref: '1' })).toBe(false)
    expect(await mark(first.lease, { as: 'busy', waitMs: 30_000 })).toBe(true)
    place.at('2026-03-03T10:00:29Z')
    expect(await core.takeDelivery(SYSTEM, CHANNELS)).toBeNull()
    place.at('2026-03-03T10:00:30Z')
    const second = await core.takeDelivery(SYSTEM, CHANNELS)
    // It was refused, so nobody need look whether it is there; the same words are sent again.
    expect(second).toMatchObject({ delivery: first.delivery, prompt: first.prompt, triedAt: null })
    expect(await mark(first.lease, { as: 'sent', ref: '1' })).toBe(false)
    // Whoever held it died: after two minutes another takes it, and is told to look first.
    place.at('2026-03-03T10:02:29Z')
    expect(await core.takeDelivery(SYSTEM, CHANNELS)).toBeNull()
    place.at('2026-03-03T10:02:31Z')
    const third = await core.takeDelivery(SYSTEM, CHANNELS)
    expect(third).toMatchObject({ triedAt: Date.parse('2026-03-03T10:00:30Z') })
    expect(await mark(third?.lease as string, { as: 'failed', gone: true })).toBe(true)
    place.at('2026-03-10T10:00:00Z')
    expect(await core.queuePrompts(SYSTEM, {})).toEqual({ queued: 0 })
  })

  test('what fails for good where somebody no longer is leaves where they are now', async () => {
    const { place, core, actor } = await prompted()
    place.at('2026-03-03T10:00:00Z')
    await core.queuePrompts(SYSTEM, {})
    const taken = await core.takeDelivery(SYSTEM, CHANNELS)
    await core.setPrompts(actor, { where: 'chat' })
    const ended = { outcome: { as: 'failed', gone: true } as const, channel: 'slack' as const }
    await core.markDelivery(SYSTEM, { delivery: taken?.delivery ?? '', lease: taken?.lease ?? '', ...ended })
    expect(await core.myPrompts(actor, {})).toMatchObject({ on: true, channel: 'chat', cutOff: false })
  })

  test('only the program itself queues, takes and marks', async () => {
    const { core, actor } = await prompted()
    for (const asked of [core.queuePrompts(actor, {}), core.takeDelivery(actor, CHANNELS)])
      await expect(asked).rejects.toMatchObject({ kind: 'not-found' })
  })
})
