import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forEachDatabase, temporaryFolder } from '#tests/support/databases.ts'
import { endWorker, startWorker } from '#tests/support/ledger/start-worker.ts'
import { promptPoster } from '../../bot/channels/teams/post-prompt.ts'
import { buttons, type Talk, type TeamsAndCompanion, teamsAndCompanion, words } from './teams-talk.ts'

forEachDatabase((_name, fresh) => {
  const clock = join(temporaryFolder(), 'clock')
  const at = (iso: string) => writeFileSync(clock, iso)
  let teams: TeamsAndCompanion
  beforeAll(async () => {
    at('2026-03-02T09:00:00Z')
    teams = await teamsAndCompanion((more) => fresh({ ...more, STANDPOINT_TEST_CLOCK: clock }))
  })
  afterAll(() => teams.close())
  const send = () => teams.served.companion.sendPrompts(() => true)

  /** Somebody whose prompt arrived in Teams while the process that sent it was killed, before it could say so. */
  async function inFlight(name: string): Promise<Talk> {
    at('2026-03-02T09:00:00Z')
    const talk = await teams.talk(name)
    await talk.say('prompts on')
    at('2026-03-03T10:00:00Z')
    const before = teams.teams.of(name).length
    teams.teams.next('hangs')
    const arrives = teams.teams.until(() => teams.teams.of(name).length > before)
    const worker = startWorker(teams.config, teams.teams.settings)
    await arrives
    await endWorker(worker, 'SIGKILL')
    // Its lease isn't over, so nobody else sends it.
    await send()
    expect(teams.teams.of(name)).toHaveLength(before + 1)
    return talk
  }

  test('what was on its way when a process was killed comes once more and no oftener, and a press of either counts once', async () => {
    const talk = await inFlight('ada')
    at('2026-03-03T10:02:01Z')
    await send()
    at('2026-03-03T10:30:00Z')
    await send()
    const [one, two, ...more] = await talk.fresh()
    expect(more).toEqual([])
    expect(buttons(two)).toEqual(buttons(one))
    expect(words(await talk.press(one, 'Skip'))).toContain('Skipped')
    for (const title of ['Skip', 'Later', 'Answer'])
      expect(words(await talk.press(two, title))).toContain('settled already')
  })

  test('a press before anybody knew that it had arrived settles it, and it doesn’t come again', async () => {
    const talk = await inFlight('ben')
    const [one] = await talk.fresh()
    expect(words(await talk.press(one, 'Skip'))).toContain('Skipped')
    at('2026-03-03T10:30:00Z')
    await send()
    expect(await talk.fresh()).toEqual([])
  })

  test('a Teams that takes the message and never says so gets it twice, however long that goes on; either can be pressed', async () => {
    at('2026-03-02T09:00:00Z')
    const talk = await teams.talk('dev')
    await talk.say('prompts on')
    for (const time of ['10:00:00', '10:05:00', '10:30:00', '12:00:00', '15:00:00', '19:00:00']) {
      at(`2026-03-03T${time}Z`)
      teams.teams.next('reply lost')
      await send()
      teams.teams.forget()
    }
    const [one, two, ...more] = await talk.fresh()
    expect(more).toEqual([])
    expect(buttons(two)).toEqual(buttons(one))
    expect(words(await talk.press(two, 'Skip'))).toContain('Skipped')
    expect(words(await talk.press(one, 'Later'))).toContain('settled already')
  })

  test('a process killed twice on the way sends it twice, and nobody sends it again', async () => {
    const talk = await inFlight('eve')
    at('2026-03-03T10:03:00Z')
    const before = teams.teams.of('eve').length
    teams.teams.next('hangs')
    const arrives = teams.teams.until(() => teams.teams.of('eve').length > before)
    const worker = startWorker(teams.config, teams.teams.settings)
    await arrives
    await endWorker(worker, 'SIGKILL')
    for (const time of ['10:10:00', '12:00:00', '18:00:00']) {
      at(`2026-03-03T${time}Z`)
      await send()
    }
    const [one, two, ...more] = await talk.fresh()
    expect(more).toEqual([])
    expect(words(await talk.press(one, 'Skip'))).toContain('Skipped')
    expect(words(await talk.press(two, 'Skip'))).toContain('settled already')
  })

  test('a Teams that nobody can reach, or that is too busy, has surely taken nothing: it is tried again, when Teams says', async () => {
    const settings = teams.config.teams
    if (!settings) throw new Error('Teams is off.')
    const post = promptPoster({ ...settings, site: 'http://standpoint.example.org' })
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    closed.close()
    await once(closed, 'close')
    const chat = { serviceUrl: `http://127.0.0.1:${port}`, conversation: 'a:fay', tenant: 't', bot: 'b', user: 'u' }
    expect(await post(chat, { paragraphs: ['A question'] })).toEqual({ as: 'busy', waitMs: 60_000 })
    teams.teams.next({ status: 503, retryAfter: '7' })
    const there = { ...chat, serviceUrl: teams.teams.url }
    expect(await post(there, { paragraphs: ['A question'] })).toEqual({ as: 'busy', waitMs: 7000 })
  })

  test('a message that isn’t answered in time may be there or not', async () => {
    const settings = teams.config.teams
    if (!settings) throw new Error('Teams is off.')
    const post = promptPoster({ ...settings, site: 'http://standpoint.example.org' }, 200)
    const chat = { serviceUrl: teams.teams.url, conversation: 'a:cleo', tenant: 't', bot: 'b', user: 'u' }
    teams.teams.next('hangs')
    expect(await post(chat, { paragraphs: ['A question'] })).toEqual({ as: 'unknown' })
  })
})
