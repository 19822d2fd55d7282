import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
import { forEachDatabase, temporaryFolder } from '#tests/support/databases.ts'
import { type Sent, TENANT } from '#tests/support/teams-service.ts'
import { operationOf } from '../../bot/kernel/said.ts'
import { startTicking } from '../../src/web/ticking.ts'
import { activity, buttons, type Talk, type TeamsAndCompanion, teamsAndCompanion, words } from './teams-talk.ts'

const MONDAY = '2026-03-02T09:00:00Z'
const TUESDAY = '2026-03-03T10:00:00Z'

forEachDatabase((_name, fresh) => {
  const clock = join(temporaryFolder(), 'clock')
  const at = (iso: string) => writeFileSync(clock, iso)
  let teams: TeamsAndCompanion
  beforeAll(async () => {
    at(MONDAY)
    teams = await teamsAndCompanion((more) => fresh({ ...more, STANDPOINT_TEST_CLOCK: clock }))
  })
  afterAll(() => teams.close())

  const send = () => teams.served.companion.sendPrompts(() => true)
  const settingsOf = ({ actor }: Talk) => teams.served.core.myPrompts(actor, {})
  const waiting = ({ actor }: Talk) => teams.served.core.waitingPrompt(actor, {})
  const repliesOf = async ({ actor }: Talk) => {
    const { bytes } = await teams.served.core.exportMine(actor, { format: 'json' })
    const { sent } = JSON.parse(Buffer.from(bytes).toString('utf8')).prompts
    return sent.flatMap((one: { replies: { words: string }[] }) => one.replies.map((reply) => reply.words))
  }

  /** Somebody who has switched prompts on, a day before the first is due. */
  async function switchedOn(name: string): Promise<Talk> {
    at(MONDAY)
    const talk = await teams.talk(name)
    await talk.say('prompts on')
    return talk
  }

  /** The same, and the prompt that was sent to them. */
  async function prompted(name: string): Promise<{ talk: Talk; sent: Sent }> {
    const talk = await switchedOn(name)
    at(TUESDAY)
    await send()
    const [sent, ...more] = await talk.fresh()
    if (!sent || more.length > 0) throw new Error(`${more.length} were sent to ${name}.`)
    return { talk, sent }
  }

  test('switched on, it says what it does, who may see it, and Stop; and then nothing before its time', async () => {
    at(MONDAY)
    const ada = await teams.talk('ada')
    const said = words(await ada.say('please switch prompts on'))
    for (const part of [
      'I’m a program, not a person',
      'I write to you here in Teams',
      'people who run Teams at your organisation',
      'Write “stop”',
      'Tuesday 3 March',
    ])
      expect(said).toContain(part)
    await send()
    expect(await ada.fresh()).toEqual([])
    at(TUESDAY)
    await send()
    const [sent, ...more] = await ada.fresh()
    expect(more).toEqual([])
    expect(sent && words([sent])).toContain('One residents’ group was asked')
    expect(sent?.authorization).toBe('Bearer a token of the managed identity')
    expect(buttons(sent).map(({ title }) => title)).toEqual(['Answer', 'Later', 'Skip', 'Pause', 'Stop'])
    const deliveries = new Set(buttons(sent).map(({ data }) => data.delivery))
    expect([...deliveries]).toEqual([(await waiting(ada))?.delivery])
    await send()
    expect(await ada.fresh()).toEqual([])
  })

  test('Answer, the reply and one question after it: kept for their author, the press and the reply once', async () => {
    const { talk, sent } = await prompted('ben')
    expect(words(await talk.press(sent, 'Answer'))).toContain('Write your reply here')
    expect(words(await talk.say('The tenants’ group and the mosque.'))).toMatch(
      /Thanks, saved\.[\s\S]*easy for one of them/,
    )
    expect(words(await talk.say('A crèche'))).toBe('Thanks, saved.')
    expect(words(await talk.press(sent, 'Skip'))).toContain('settled already')
    expect(await repliesOf(talk)).toEqual(['The tenants’ group and the mosque.', 'A crèche'])
  })

  test('a press that Teams delivers four times counts once; Later brings the same one back another day', async () => {
    const { talk, sent } = await prompted('dev')
    const four = await Promise.all([1, 2, 3, 4].map(() => talk.press(sent, 'Later', { id: 'pressed-once' })))
    expect(words(four.flat()).match(/another day/g)).toHaveLength(1)
    at('2026-03-04T10:00:00Z')
    await send()
    const [again] = await talk.fresh()
    expect(buttons(again)).toEqual(buttons(sent))
    expect(words(await talk.press(again, 'Skip'))).toContain('Skipped')
    expect(words(await talk.press(sent, 'Later'))).toContain('settled already')
  })

  test('nobody presses for another, and a press that was made up changes nothing', async () => {
    const { talk, sent } = await prompted('eve')
    const mal = await teams.talk('mal')
    for (const title of ['Answer', 'Later', 'Skip']) await mal.press(sent, title)
    await mal.press(sent, 'Stop')
    await mal.press(sent, 'Pause')
    expect((await settingsOf(talk)).on).toBe(true)
    expect((await settingsOf(talk)).snoozedUntil).toBeNull()
    const delivery = (await waiting(talk))?.delivery
    expect(delivery).toBeDefined()
    for (const value of [
      { say: 'skip', delivery: 7 },
      { say: 'skip', delivery: `${delivery} ` },
      { say: 'skip', delivery: 'x'.repeat(201) },
      { say: 'skip', delivery: `${delivery}x` },
      { say: 'skip', delivery: { $ne: '' } },
      { say: ['skip'], delivery },
      { delivery },
      'skip',
      null,
      [],
    ])
      await talk.press(sent, 'Skip', { value })
    expect(await waiting(talk)).toMatchObject({ delivery })
    const forged = activity(teams.teams.url, 'eve', { text: undefined, value: { say: 'skip', delivery } })
    expect((await teams.post(forged, { 'content-type': 'application/json' })).status).toBe(401)
    expect(await waiting(talk)).toMatchObject({ delivery })
    expect(words(await talk.press(sent, 'Skip'))).toContain('Skipped')
  })

  test('Stop holds at once, by button or in words; Pause and its date; settings in words', async () => {
    const { talk, sent } = await prompted('fay')
    expect(words(await talk.press(sent, 'Pause'))).toContain('Paused. You hear nothing from me before Tuesday 17 March')
    expect(words(await talk.say('prompts on Thursdays at 9'))).toMatch(/from Thursday on, at 09:00[\s\S]*Paused until/)
    expect(words(await talk.press(sent, 'Stop'))).toContain('Stopped. I won’t write to you first any more')
    expect(words(await talk.say('settings'))).toContain('Prompts are off')
    at('2026-04-30T10:00:00Z')
    await send()
    expect(await talk.fresh()).toEqual([])
  })

  test('429 waits as long as Teams says, and in ten minutes a token may be there again; a fault is tried again', async () => {
    const ida = await switchedOn('ida')
    at(TUESDAY)
    teams.teams.next({ status: 429, retryAfter: '90' })
    await send()
    at('2026-03-03T10:01:29Z')
    await send()
    expect(await ida.fresh()).toEqual([])
    at('2026-03-03T10:01:31Z')
    teams.teams.next({ status: 401 })
    await send()
    at('2026-03-03T10:11:00Z')
    await send()
    expect(await ida.fresh()).toEqual([])
    at('2026-03-03T10:11:32Z')
    teams.teams.next({ status: 503 })
    await send()
    expect(await ida.fresh()).toEqual([])
    at('2026-03-03T10:13:00Z')
    await send()
    expect(await ida.fresh()).toHaveLength(1)
    expect(await waiting(ida)).not.toBeNull()
  })

  test('a message whose reply was lost is sent again, and a press of either counts once', async () => {
    const jo = await switchedOn('jo')
    at(TUESDAY)
    teams.teams.next('reply lost')
    await send()
    at('2026-03-03T10:01:00Z')
    await send()
    const [one, two, ...more] = await jo.fresh()
    expect(more).toEqual([])
    expect(buttons(one)).toEqual(buttons(two))
    expect(words(await jo.press(one, 'Later'))).toContain('another day')
    for (const title of ['Later', 'Skip', 'Answer'])
      expect(words(await jo.press(two, title))).toContain('settled already')
  })

  test.each([403, 404])('after %i nobody is written to any more, and where is forgotten', async (status) => {
    const gone = await switchedOn(`gone${status}`)
    at(TUESDAY)
    teams.teams.next({ status })
    await send()
    expect(await settingsOf(gone)).toMatchObject({ on: false, teams: false })
    at('2026-03-10T10:00:00Z')
    await send()
    expect(await gone.fresh()).toEqual([])
  })

  test('what Teams finds wrong about one message ends that one, and the next comes', async () => {
    const kim = await switchedOn('kim')
    at(TUESDAY)
    teams.teams.next({ status: 400 })
    await send()
    expect((await settingsOf(kim)).on).toBe(true)
    at('2026-03-10T10:00:00Z')
    await send()
    expect(await kim.fresh()).toHaveLength(1)
  })

  test('taken out of the chat, the companion stops, and forgets where it was', async () => {
    const lea = await switchedOn('lea')
    const update = (action: string) =>
      teams.post(activity(teams.teams.url, 'lea', { type: 'installationUpdate', action }))
    await update('add')
    await update('remove-upgrade')
    await lea.fresh()
    expect(await settingsOf(lea)).toMatchObject({ on: true, teams: true })
    await update('remove')
    await lea.fresh()
    expect(await settingsOf(lea)).toMatchObject({ on: false, teams: false })
    at(TUESDAY)
    await send()
    expect(await lea.fresh()).toEqual([])
  })

  test('an address that Teams moved to is written to; one that isn’t Teams’ is neither kept nor written to', async () => {
    const mia = await switchedOn('mia')
    const chatAfter = async (serviceUrl: string) => {
      await teams.post(activity(serviceUrl, 'mia', { text: 'hello' }))
      await mia.fresh()
      const { bytes } = await teams.served.core.exportMine(mia.actor, { format: 'json' })
      return JSON.parse(Buffer.from(bytes).toString('utf8')).prompts.teamsChats[0]
    }
    const { url } = teams.teams
    expect(await chatAfter('https://example.net/')).toMatchObject({ serviceUrl: url })
    const moved = url.replace('127.0.0.1', 'localhost')
    const known = await chatAfter(moved)
    expect(known).toMatchObject({ serviceUrl: moved })
    // As if it had been allowed once.
    const account = { kind: 'teams', subject: `${TENANT}:mia` } as const
    const chat = { ...known, serviceUrl: 'https://example.net/' }
    expect(await teams.served.core.keepTeamsChat(SYSTEM, { account, place: operationOf('a:mia'), chat })).toBe(true)
    at(TUESDAY)
    await send()
    expect(await mia.fresh()).toEqual([])
    expect(await settingsOf(mia)).toMatchObject({ on: false })
  })

  test('the server’s own clock sends what is due', async () => {
    const kit = await switchedOn('kit')
    at(TUESDAY)
    const ticking = startTicking(teams.served.core, () => {}, 5, teams.served.companion)
    await expect.poll(() => waiting(kit)).not.toBeNull()
    await ticking.stop()
    expect(await kit.fresh()).toHaveLength(1)
  })
})
