import { writeFileSync } from 'node:fs'
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

  test('a message that isn’t answered in time may be there or not', async () => {
    const settings = teams.config.teams
    if (!settings) throw new Error('Teams is off.')
    const post = promptPoster({ ...settings, site: 'http://standpoint.example.org' }, 200)
    const chat = { serviceUrl: teams.teams.url, conversation: 'a:cleo', tenant: 't', bot: 'b', user: 'u' }
    teams.teams.next('hangs')
    expect(await post(chat, { paragraphs: ['A question'] })).toEqual({ as: 'unknown' })
  })
})
