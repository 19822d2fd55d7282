import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { type Actor, VISITOR } from '#core/actor.ts'
import { connect } from '#core/db/connect.ts'
import { joinLearners } from '#core/learners/join-learners.ts'
import { openAt } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { content, newLearner } from '#tests/support/open.ts'
import { pass, sendDue, skips } from '#tests/support/prompted.ts'

const idOf = (actor: Actor) => (actor as { learnerId: string }).learnerId
const SLACK = { channel: 'slack' as const, place: 'D1' }
const SLOW = { timeout: 120_000 }
const RARELY = { minutes: 240 }
const [MINUTE, HOUR] = [60_000, 3_600_000]
const minute = (at: number) => new Date(at).toISOString().slice(0, 16)

forEachDatabase((_name, fresh) => {
  async function calendarOf(iso: string, wishes = {}) {
    const config = await fresh()
    const place = await openAt(config, iso)
    const { core } = place
    const { actor } = await newLearner(core)
    for (const { id, parts } of content.questions.filter((q) => q.parts[0]?.type === 'long-text').slice(0, 40))
      await core.saveAnswer(actor, { question: id, value: { [parts[0]?.name as string]: 'words' }, channel: 'web' })
    await core.setPrompts(actor, { on: true, at: SLACK, ...wishes })
    const { secret } = await core.makeCalendar(actor, {})
    const shown = async () => (await core.readCalendar(VISITOR, { secret })).moments
    return { config, place, core, actor, secret, shown }
  }

  /**
   * Everything that the ledger sends until then, each skipped. It looks every four hours, and a minute before each of the
   * moments and at it: what comes early, late or besides is seen.
   */
  async function ledger({ place, core, actor }: Awaited<ReturnType<typeof calendarOf>>, moments: number[], to: string) {
    const from = core.clock.now()
    const regular = Array.from({ length: (Date.parse(to) - from) / (4 * HOUR) }, (_, n) => from + n * 4 * HOUR)
    const looks = new Set([...regular, ...moments.flatMap((at) => [at - MINUTE, at])])
    const sent: string[] = []
    for (const look of [...looks].sort((a, b) => a - b)) {
      place.at(new Date(look).toISOString())
      for (const one of await sendDue(place)) {
        sent.push(one.at)
        await skips(core, actor)(one)
      }
    }
    return sent
  }

  // Easter, the May holidays and both changes of the clocks, on both sides of the world.
  test.each([
    ['2026-03-02T09:00:00Z', { perWeek: 1, weekday: 1, nation: 'england' as const }],
    ['2026-03-20T09:00:00Z', { perWeek: 3, weekday: 5, nation: 'scotland' as const, daysOff: [1] }],
    ['2027-03-01T09:00:00Z', { perWeek: 2, weekday: 0, hour: 9, zone: 'Pacific/Auckland', daysOff: [3] }],
    ['2027-09-20T00:00:00Z', { perWeek: 3, weekday: 0, hour: 8, zone: 'America/Los_Angeles' }],
    ['2026-10-05T00:00:00Z', { perWeek: 1, weekday: 0, hour: 1, quietFrom: 3, quietUntil: 3 }],
  ])('what it shows at %s for the weeks to come is what the ledger then sends: %o', SLOW, async (iso, wishes) => {
    const set = await calendarOf(iso, wishes)
    const promised = (await set.shown()).map(({ at }) => at)
    const sent = await ledger(set, promised, new Date(Date.parse(iso) + 56 * 24 * HOUR).toISOString())
    expect(sent.length).toBeGreaterThan(4)
    // The ledger also stops when it has nothing left to ask, of which a calendar says nothing.
    expect(promised.slice(0, sent.length).map(minute)).toEqual(sent)
  })

  test(
    'a pause, one that was put off, and one that waits through a holiday are in it as they will come',
    SLOW,
    async () => {
      const set = await calendarOf('2026-03-02T09:00:00Z', { perWeek: 2, nation: 'wales' })
      const { place, core, actor, shown } = set
      place.at('2026-03-03T10:00:10Z')
      const [first] = await sendDue(place)
      await core.settleDelivery(actor, { delivery: first?.taken.delivery as string, as: 'later' })
      const put = (await shown()).map(({ at }) => minute(at))
      expect(put.slice(0, 3)).toEqual(['2026-03-03T10:00', '2026-03-04T10:00', '2026-03-06T10:00'])
      await core.pausePrompts(actor, { until: '2026-04-03' })
      const paused = (await shown()).map(({ at }) => at).slice(1, 4)
      // Good Friday is a holiday, so what waited through the pause comes on the Saturday.
      expect(paused.map(minute)).toEqual(['2026-04-04T09:00', '2026-04-07T09:00', '2026-04-10T09:00'])
      expect(await ledger(set, paused, '2026-04-11T00:00:00Z')).toEqual(paused.map(minute))
    },
  )

  test('today’s stays for a week after it came, as the same event, and it tells of no answer', async () => {
    const { place, core, actor, secret, shown } = await calendarOf('2026-03-02T09:00:00Z')
    const [tuesday] = await shown()
    expect(minute(tuesday?.at as number)).toBe('2026-03-03T10:00')
    place.at('2026-03-03T10:00:40Z')
    const [sent] = await sendDue(place)
    expect((await shown())[0]).toEqual(tuesday)
    await core.settleDelivery(actor, {
      delivery: sent?.taken.delivery as string,
      as: 'answered',
      words: 'our choir',
      operation: randomUUID(),
    })
    expect((await shown())[0]).toEqual(tuesday)
    const whole = JSON.stringify(await core.readCalendar(VISITOR, { secret }))
    for (const told of ['choir', 'words', idOf(actor), 'bot.', 'community', 'answered'])
      expect(whole).not.toContain(told)
    place.at('2026-03-10T10:00:41Z')
    expect((await shown()).map(({ id }) => id)).not.toContain(tuesday?.id)
  })

  test('what is left alone thins out in it; after four comes one more, and then nothing', SLOW, async () => {
    const { place, shown } = await calendarOf('2026-03-02T09:00:00Z')
    expect(await pass(place, '2026-03-02T09:00:00Z', '2026-03-10T13:00:00Z', RARELY)).toHaveLength(2)
    expect((await shown()).slice(1, 3).map(({ at }) => minute(at))).toEqual(['2026-03-24T10:00', '2026-04-07T09:00'])
    await pass(place, '2026-03-10T13:00:00Z', '2026-04-08T12:00:00Z', RARELY)
    expect((await shown()).slice(-1).map(({ at }) => minute(at))).toEqual(['2026-04-21T09:00'])
    await pass(place, '2026-04-08T13:00:00Z', '2026-05-01T12:00:00Z', RARELY)
    expect(await shown()).toEqual([])
  })

  test('a new address ends the one before; removed, stopped and deleted it shows nothing', async () => {
    const { core, actor, secret, shown } = await calendarOf('2026-03-02T09:00:00Z')
    const { secret: second } = await core.makeCalendar(actor, {})
    expect(await core.myPromptPlaces(actor, {})).toMatchObject({ calendar: true })
    await expect(shown()).rejects.toMatchObject({ kind: 'not-found' })
    const read = (of: string) => core.readCalendar(VISITOR, { secret: of })
    await core.stopPrompts(actor, {})
    expect(await read(second)).toEqual({ moments: [] })
    await core.removeCalendar(actor, {})
    await expect(read(second)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await core.myPromptPlaces(actor, {})).toMatchObject({ calendar: false })
    const { secret: third } = await core.makeCalendar(actor, {})
    await core.eraseMe(actor, { sure: 'delete everything' })
    for (const of of [secret, third]) await expect(read(of)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(core.makeCalendar(VISITOR, {})).rejects.toMatchObject({ kind: 'signed-out' })
  })

  test('only a hash of the address is kept; it goes along when notebooks are joined, and is erased with its learner', async () => {
    const { config, core, actor, secret } = await calendarOf('2026-03-02T09:00:00Z')
    const db = await connect(config)
    onTestFinished(() => db.close())
    const rows = () => db.read.selectFrom('calendar_address').selectAll().execute()
    expect(JSON.stringify(await rows())).not.toContain(secret)
    const { actor: other } = await newLearner(core)
    await db.write(joinLearners(db, idOf(actor), idOf(other)))
    expect((await core.readCalendar(VISITOR, { secret })).moments.length).toBeGreaterThan(4)
    const { bytes } = await core.exportMine(other, { format: 'json' })
    expect(JSON.parse(Buffer.from(bytes).toString('utf8')).prompts.calendarSince).toBe('2026-03-02T09:00:00.000Z')
    await core.eraseMe(other, { sure: 'delete everything' })
    expect(await rows()).toEqual([])
  })
})
