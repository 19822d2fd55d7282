import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SYSTEM, VISITOR } from '#core/actor.ts'
import { readConfig } from '#core/config.ts'
import { migrate } from '#core/db/migrate.ts'
import { migrations } from '#core/db/migrations/index.ts'
import { hashSecret } from '#core/id.ts'
import { openAt } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newLearner, open } from '#tests/support/open.ts'
import { runSql } from '#tests/support/sql.ts'

const APP = {
  STANDPOINT_SLACK_CLIENT_ID: '1.2',
  STANDPOINT_SLACK_CLIENT_SECRET: 'app secret',
  STANDPOINT_SLACK_SIGNING_SECRET: 'signing secret',
}

forEachDatabase((_name, fresh) => {
  test('what was kept while there was one workspace says which one it was', async () => {
    const config = await fresh()
    const target = config.databaseUrl ? { url: config.databaseUrl } : { file: join(config.dataDir, 'standpoint.db') }
    mkdirSync(config.dataDir, { recursive: true })
    await migrate(target, Object.fromEntries(Object.entries(migrations).filter(([step]) => step < '025')))
    const run = (sql: string) => runSql(config, sql)
    // On the web first, and joined with the notebook that began in Slack.
    await run(
      "insert into learner (id, root_id, started_at) values ('web', 'web', 1), ('chat', 'web', 1), ('mail', 'mail', 1)",
    )
    await run(
      "insert into identity (kind, subject, learner_id) values ('slack', 'T1:U1', 'chat'), ('email', 'a@b', 'mail')",
    )
    const schedule = (id: string, channel: string, place: string) =>
      run(
        `insert into schedule (id, learner_id, is_on, per_week, every, weekday, hour, days_off, quiet_from, quiet_until, zone, quoting, unanswered, channel, place, changed_at)
         values ('${id}', '${id}', 1, 1, 1, 2, 10, '', 20, 8, 'Europe/London', 0, 0, '${channel}', '${place}', 1)`,
      )
    await schedule('web', 'slack', 'D1')
    await schedule('mail', 'email', 'a@b')
    const dialogue = (learner: string, conversation: string) =>
      run(
        `insert into dialogue (learner_id, conversation, sealed_state, changed_at) values ('${learner}', '${conversation}', 'x', 1)`,
      )
    await dialogue('web', 'slack/D1')
    await dialogue('web', 'chat/chat')
    await dialogue('mail', 'slack/D2')
    await migrate(target, migrations, { copy: false })
    expect(await run('select id, place, cut_off_at from schedule order by id')).toEqual([
      { id: 'mail', place: 'a@b', cut_off_at: null },
      { id: 'web', place: 'T1/D1', cut_off_at: null },
    ])
    const kept = (await run('select conversation from dialogue order by conversation')).map((row) => row.conversation)
    expect(kept).toEqual(['chat/chat', 'slack/D2', 'slack/T1/D1'])
  })

  test('tokens, and visits to Slack, are for the program alone; what nobody set up can’t be begun', async () => {
    const core = await open(await fresh(APP))
    const { actor } = await newLearner(core)
    await core.keepSlackWorkspace(SYSTEM, { workspace: 'T1', token: 'xoxb-1' })
    for (const who of [VISITOR, actor]) {
      await expect(core.slackToken(who, { workspace: 'T1' })).rejects.toMatchObject({ kind: 'not-found' })
      await expect(core.leaveSlackWorkspace(who, { workspace: 'T1' })).rejects.toMatchObject({ kind: 'not-found' })
      await expect(core.keepSlackWorkspace(who, { workspace: 'T1', token: 'mine' })).rejects.toMatchObject({
        kind: 'not-found',
      })
      await expect(core.endSlackVisit(who, { state: 'a', browser: 'b' })).rejects.toMatchObject({ kind: 'not-found' })
      expect(await core.canInstallSlack(who, {})).toBe(true)
    }
    expect(await core.slackToken(SYSTEM, { workspace: 'T1' })).toBe('xoxb-1')
    const off = await open(await fresh())
    await expect(off.beginSlackInstall(VISITOR, {})).rejects.toMatchObject({ kind: 'not-found' })
    expect(await off.canInstallSlack(VISITOR, {})).toBe(false)
  })

  test('a way back works once, in the browser that went, within a quarter of an hour, and none is made up', async () => {
    const place = await openAt(await fresh(APP))
    const { core } = place
    const [mine, other] = [await core.beginSlackInstall(VISITOR, {}), await core.beginSlackInstall(VISITOR, {})]
    const ends = (state: string, browser: string) => core.endSlackVisit(SYSTEM, { state, browser })
    expect(await ends(mine.state, other.browser)).toBe('unknown')
    expect(await ends('made-up', mine.browser)).toBe('unknown')
    expect(await ends(mine.state, 'made-up')).toBe('unknown')
    expect(await ends(mine.browser, mine.state)).toBe('unknown')
    // None of these ended it.
    place.at('2026-03-02T09:14:59Z')
    expect(await ends(mine.state, mine.browser)).toBe('good')
    expect(await ends(mine.state, mine.browser)).toBe('unknown')
    place.at('2026-03-02T09:15:00Z')
    expect(await ends(other.state, other.browser)).toBe('late')
    expect(await ends(other.state, other.browser)).toBe('unknown')
  })

  test('of a browser on its way hashes are kept, for a day after its quarter of an hour', async () => {
    const config = await fresh(APP)
    const place = await openAt(config)
    const visits = () => runSql(config, 'select * from slack_visit')
    const visit = await place.core.beginSlackInstall(VISITOR, {})
    const [row, ...more] = await visits()
    expect(more).toEqual([])
    expect({ ...row, expires_at: Number(row?.expires_at) }).toEqual({
      state_hash: hashSecret(visit.state),
      browser_hash: hashSecret(visit.browser),
      expires_at: Date.parse('2026-03-02T09:15:00Z'),
    })
    for (const secret of Object.values(visit)) expect(JSON.stringify(row)).not.toContain(secret)
    place.at('2026-03-03T09:15:00Z')
    await place.core.beginSlackInstall(VISITOR, {})
    expect(await visits()).toHaveLength(2)
    // The next who goes sweeps what is older.
    place.at('2026-03-03T09:15:01Z')
    await place.core.beginSlackInstall(VISITOR, {})
    expect((await visits()).map((one) => one.state_hash)).not.toContain(hashSecret(visit.state))
  })

  test('of installs and visits at one moment, each visit ends once, and one token stands', async () => {
    const core = await open(await fresh(APP))
    const visit = await core.beginSlackInstall(VISITOR, {})
    const ends = await Promise.all([1, 2, 3].map(() => core.endSlackVisit(SYSTEM, visit)))
    expect(ends.toSorted()).toEqual(['good', 'unknown', 'unknown'])
    const tokens = ['xoxb-a', 'xoxb-b', 'xoxb-c']
    await Promise.all(tokens.map((token) => core.keepSlackWorkspace(SYSTEM, { workspace: 'T1', token })))
    expect(tokens).toContain(await core.slackToken(SYSTEM, { workspace: 'T1' }))
  })
})

test.each([
  ['a token alone', { STANDPOINT_SLACK_BOT_TOKEN: 'xoxb-1' }, 'Slack needs two things'],
  ['a signing secret alone', { STANDPOINT_SLACK_SIGNING_SECRET: 's' }, 'Slack needs two things'],
  ['half an app', { ...APP, STANDPOINT_SLACK_CLIENT_SECRET: '' }, 'belong together'],
  ['an app token that is none', { ...APP, STANDPOINT_SLACK_APP_TOKEN: 'xoxb-1' }, 'xapp-'],
])('settings with %s stop the start', (_what, settings, said) => {
  expect(() => readConfig(settings)).toThrow(said)
})

test('a token and a socket are enough, and so is an app with a signing secret', () => {
  const socket = readConfig({ STANDPOINT_SLACK_BOT_TOKEN: 'xoxb-1', STANDPOINT_SLACK_APP_TOKEN: 'xapp-1' })
  expect(socket.slack).toMatchObject({ botToken: 'xoxb-1', appToken: 'xapp-1', signingSecret: null, app: null })
  expect(readConfig(APP).slack).toMatchObject({ botToken: null, app: { clientId: '1.2' } })
})
