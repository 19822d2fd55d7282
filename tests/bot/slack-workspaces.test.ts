import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
import type { Config } from '#core/config.ts'
import { connect } from '#core/db/connect.ts'
import { statement } from '#core/db/db.ts'
import { forEachDatabase, temporaryFolder } from '#tests/support/databases.ts'
import { SIGNING_SECRET, signed } from '#tests/support/slack-emulator.ts'
import { eventIn, type SmallSlack, startSmallSlack, written } from '#tests/support/small-slack.ts'
import { type Served, serve } from './front.ts'

const HOME = 'THOME'
const [NORTH, SOUTH] = ['TNORTH', 'TSOUTH']
const TOKENS = { [HOME]: 'xoxb-home', [NORTH]: 'xoxb-north', [SOUTH]: 'xoxb-south' }
const MONDAY = '2026-03-02T09:00:00Z'
const TUESDAY = '2026-03-03T10:00:00Z'

forEachDatabase((_name, fresh) => {
  const clock = `${temporaryFolder()}/clock`
  const at = (iso: string) => writeFileSync(clock, iso)
  let slack: SmallSlack
  let config: Config
  let served: Served

  beforeAll(async () => {
    at(MONDAY)
    slack = await startSmallSlack()
    config = await fresh({
      STANDPOINT_SLACK_BOT_TOKEN: TOKENS[HOME] as string,
      STANDPOINT_SLACK_CLIENT_ID: '1.2',
      STANDPOINT_SLACK_CLIENT_SECRET: 'app secret',
      STANDPOINT_SLACK_SIGNING_SECRET: SIGNING_SECRET,
      STANDPOINT_SLACK_API_URL: slack.apiUrl,
      STANDPOINT_TEST_CLOCK: clock,
      STANDPOINT_URL: 'http://standpoint.example.org',
    })
    served = await serve(config)
    for (const [workspace, token] of Object.entries(TOKENS)) slack.workspace(workspace, token)
    for (const workspace of [NORTH, SOUTH]) await install(workspace, TOKENS[workspace] as string)
  })
  afterAll(async () => {
    await served.close()
    await slack.close()
  })

  const install = (workspace: string, token: string) => {
    slack.workspace(workspace, token)
    return served.core.keepSlackWorkspace(SYSTEM, { workspace, token })
  }
  async function post(path: string, body: string): Promise<number> {
    const response = await fetch(served.url + path, { method: 'POST', headers: signed(body), body })
    await served.companion.idle()
    return response.status
  }
  const event = (payload: object) => post('/api/slack/events', JSON.stringify(payload))
  const press = (payload: object) =>
    post('/api/slack/interactions', new URLSearchParams({ payload: JSON.stringify(payload) }).toString())
  const actorIn = (workspace: string, user = 'U1') =>
    served.core.linkAccount(SYSTEM, { kind: 'slack', subject: `${workspace}:${user}`, verified: true })
  const linesOf = async (workspace: string) =>
    (await served.core.myAnswers(await actorIn(workspace), {})).answers.map(({ lines }) => lines)
  /** What the companion has said with a workspace's token, everywhere. */
  const saidWith = (workspace: string) => {
    const own = slack.calls.filter(({ token, method }) => token === TOKENS[workspace] && method === 'chat.postMessage')
    return own.map(({ body }) => body.text).join('\n')
  }
  const gone = (workspace: string, iso: string, kind: object = { type: 'app_uninstalled' }) =>
    event(eventIn(workspace, kind, { event_time: Date.parse(iso) / 1000 }))

  test('equal users and channels of three workspaces are three people: each is answered with its own token', async () => {
    for (const workspace of [HOME, NORTH, SOUTH]) {
      await event(written(workspace, 'next question'))
      expect(await event(written(workspace, `Said in ${workspace}.`))).toBe(200)
    }
    for (const workspace of [HOME, NORTH, SOUTH]) {
      expect(await linesOf(workspace)).toEqual([[`Said in ${workspace}.`]])
      await event(written(workspace, 'what did I say?'))
      expect(saidWith(workspace)).toContain(`Said in ${workspace}.`)
      const others = [HOME, NORTH, SOUTH].filter((other) => other !== workspace)
      for (const other of others) expect(saidWith(workspace)).not.toContain(`Said in ${other}.`)
    }
    const learners = await Promise.all([HOME, NORTH, SOUTH].map((workspace) => actorIn(workspace)))
    expect(new Set(learners.map((actor) => JSON.stringify(actor))).size).toBe(3)
  })

  test('in a channel that workspaces share, the one that was addressed replies, whosever words they are', async () => {
    const before = slack.calls.length
    const mention = {
      type: 'app_mention',
      user: 'U9',
      channel: 'C1',
      ts: '5.5',
      text: '<@U0BOT> what does SFJBA13 PC 2 say?',
    }
    const authorizations = [{ team_id: NORTH, user_id: 'U0BOT', is_bot: true }]
    await event(eventIn(SOUTH, mention, { authorizations }))
    const calls = slack.calls.slice(before)
    expect(calls.map(({ method }) => method)).toContain('chat.postEphemeral')
    expect(new Set(calls.map(({ token }) => token))).toEqual(new Set([TOKENS[NORTH]]))
    const button = JSON.stringify(calls.map(({ body }) => body.blocks)).match(/TNORTH\/5\.5( [\w.:-]+)+/)?.[0]
    await press({
      type: 'block_actions',
      team: { id: SOUTH },
      user: { id: 'U9' },
      channel: { id: 'C1' },
      container: { message_ts: '6.6' },
      actions: [{ action_id: 'share', value: button }],
    })
    const shared = slack.calls.at(-1)
    expect(shared).toMatchObject({ method: 'chat.postMessage', token: TOKENS[NORTH], body: { channel: 'C1' } })
  })

  test('a workspace in which the app isn’t installed gets nothing, and begins no notebook', async () => {
    const before = slack.calls.length
    expect(await event(written('TELSE', 'next question'))).toBe(200)
    expect(slack.calls.slice(before).filter(({ method }) => method !== 'auth.test')).toEqual([])
    expect(served.logged.at(-1)).toBe('slack-not-reached {"name":"NotInstalled"}')
    const account = { kind: 'slack', subject: 'TELSE:U1', verified: true, starts: false } as const
    expect(await served.core.linkAccount(SYSTEM, account)).toEqual({ kind: 'visitor' })
  })

  test('no token is in the database or in a log, and a token that was replaced can’t be read again', async () => {
    const old = 'xoxb-old-token'
    await install('TTHIRD', old)
    const rows = async () => {
      const db = await connect(config)
      const found = await db.read.selectFrom('slack_workspace').selectAll().execute()
      await db.close()
      return found
    }
    const [before] = (await rows()).filter(({ id }) => id === 'TTHIRD')
    expect(await install('TTHIRD', 'xoxb-new-token')).toEqual({ replaced: true })
    expect(await served.core.slackToken(SYSTEM, { workspace: 'TTHIRD' })).toBe('xoxb-new-token')
    expect(JSON.stringify(await rows())).not.toContain('xoxb')
    expect(served.logged.join('\n')).not.toContain('xoxb')
    // Whoever has an old copy of the row and today's keys has nothing.
    const db = await connect(config)
    const { key_id, sealed_token } = before as NonNullable<typeof before>
    const putBack = db.draft.updateTable('slack_workspace').set({ key_id, sealed_token }).where('id', '=', 'TTHIRD')
    await db.write([statement(putBack, 1)])
    await db.close()
    expect(await served.core.slackToken(SYSTEM, { workspace: 'TTHIRD' })).toBeNull()
  })

  test('taken out of a workspace: its token goes at once, prompts there end and the page says so, and nothing else does', async () => {
    for (const workspace of [NORTH, SOUTH]) await event(written(workspace, 'prompts on'))
    at(TUESDAY)
    expect(await gone(NORTH, TUESDAY)).toBe(200)
    expect(await served.core.slackToken(SYSTEM, { workspace: NORTH })).toBeNull()
    const before = slack.calls.length
    await served.companion.sendPrompts(() => true)
    expect(new Set(slack.calls.slice(before).map(({ token }) => token))).toEqual(new Set([TOKENS[SOUTH]]))
    expect(await served.core.myPrompts(await actorIn(NORTH), {})).toMatchObject({
      on: false,
      cutOff: true,
      channel: 'slack',
    })
    expect(await served.core.myPrompts(await actorIn(SOUTH), {})).toMatchObject({ on: true, cutOff: false })
    expect(await linesOf(NORTH)).toEqual([['Said in TNORTH.']])
  })

  test('what Slack says late of an app that is back since takes nothing away; a revoked token does', async () => {
    await install(NORTH, TOKENS[NORTH] as string)
    await gone(NORTH, MONDAY)
    expect(await served.core.slackToken(SYSTEM, { workspace: NORTH })).toBe(TOKENS[NORTH])
    await gone(NORTH, '2026-03-03T10:00:01Z', { type: 'tokens_revoked', tokens: { oauth: ['U1'] } })
    expect(await served.core.slackToken(SYSTEM, { workspace: NORTH })).toBe(TOKENS[NORTH])
    await event(written(NORTH, 'prompts on'))
    expect(await served.core.myPrompts(await actorIn(NORTH), {})).toMatchObject({ on: true, cutOff: false })
    await gone(NORTH, '2026-03-03T10:00:01Z', { type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } })
    expect(await served.core.slackToken(SYSTEM, { workspace: NORTH })).toBeNull()
    expect(await served.core.myPrompts(await actorIn(NORTH), {})).toMatchObject({ on: false, cutOff: true })
  })

  test('a prompt that Slack refuses for good is tried once, and its learner is told; others are sent', async () => {
    at(MONDAY)
    const people = { U2: 'D2', U3: 'D3' }
    for (const [user, channel] of Object.entries(people)) {
      const message = { type: 'message', user, channel, text: 'prompts on', ts: `9.${user}` }
      await event(eventIn(SOUTH, message))
    }
    slack.refuse('D2', 'user_disabled')
    at('2026-03-10T10:00:00Z')
    await served.companion.sendPrompts(() => true)
    await served.companion.sendPrompts(() => true)
    expect(
      slack.calls.filter(({ method, body }) => method === 'chat.postMessage' && body.channel === 'D2' && body.metadata),
    ).toHaveLength(1)
    expect(await served.core.myPrompts(await actorIn(SOUTH, 'U2'), {})).toMatchObject({ on: false, cutOff: true })
    expect(await served.core.myPrompts(await actorIn(SOUTH, 'U3'), {})).toMatchObject({ on: true })
    expect(await served.core.waitingPrompt(await actorIn(SOUTH, 'U3'), {})).not.toBeNull()
    expect(served.logged).toContain('prompt-not-sent {"why":"user_disabled"}')
  })

  test('a token that died without a word is dropped when a prompt meets it; the token of the settings waits for its operator', async () => {
    at('2026-03-16T09:00:00Z')
    await event(written(HOME, 'prompts on'))
    slack.refuse(TOKENS[SOUTH] as string, 'account_inactive')
    slack.refuse(TOKENS[HOME] as string, 'token_revoked')
    at('2026-03-17T10:00:00Z')
    await served.companion.sendPrompts(() => true)
    expect(await served.core.slackToken(SYSTEM, { workspace: SOUTH })).toBeNull()
    expect(await served.core.myPrompts(await actorIn(SOUTH, 'U3'), {})).toMatchObject({ on: false, cutOff: true })
    expect(await served.core.myPrompts(await actorIn(HOME), {})).toMatchObject({ on: true, cutOff: false })
  })
})
