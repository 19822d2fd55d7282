import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { signed } from '#tests/support/slack-emulator.ts'
import { type SmallSlack, startSmallSlack, written } from '#tests/support/small-slack.ts'
import { type Served, serve } from './front.ts'

const [TEAM, TOKEN] = ['TSOCKET', 'xoxb-socket']

forEachDatabase((_name, fresh) => {
  let slack: SmallSlack
  let served: Served

  beforeAll(async () => {
    slack = await startSmallSlack()
    slack.workspace(TEAM, TOKEN)
    const config = await fresh({
      STANDPOINT_SLACK_BOT_TOKEN: TOKEN,
      STANDPOINT_SLACK_APP_TOKEN: 'xapp-standpoint',
      STANDPOINT_SLACK_API_URL: slack.apiUrl,
    })
    served = await serve(config)
  })
  afterAll(async () => {
    await served.close()
    await slack.close()
  })

  const say = async (text: string) => {
    const before = slack.said(TOKEN, 'D1').length
    await slack.deliver('events_api', written(TEAM, text))
    await served.companion.idle()
    return slack.said(TOKEN, 'D1').slice(before)
  }
  const mine = () => served.core.linkAccount(SYSTEM, { kind: 'slack', subject: `${TEAM}:U1`, verified: true })
  const versions = async () => {
    const { answers } = await served.core.myAnswers(await mine(), { history: true })
    return answers.flatMap(({ history }) => history.map(({ lines }) => lines))
  }

  const logged = (event: string): number => served.logged.filter((line) => line.startsWith(event)).length

  test('a conversation of several turns comes over the socket, and its address is the token’s', async () => {
    expect(await say('hello')).toContain('I’m the companion')
    expect(await say('next question')).not.toBe('')
    expect(await say('They kept a chair for me.')).toContain('saved')
    expect(await versions()).toEqual([['They kept a chair for me.']])
    expect(await say('what does SFJBA13 PC 2 say?')).toContain('SFJBA13')
    expect(slack.calls.find(({ method }) => method === 'apps.connections.open')?.token).toBe('xapp-standpoint')
  })

  test('a press comes the same way', async () => {
    const before = slack.said(TOKEN, 'D1').length
    await slack.deliver('interactive', {
      type: 'block_actions',
      team: { id: TEAM },
      user: { id: 'U1' },
      view: { type: 'home', private_metadata: 'D1' },
      actions: [{ action_id: 'home-0-0', action_ts: '77.7', value: 'who sees this?' }],
    })
    await served.companion.idle()
    expect(slack.said(TOKEN, 'D1').slice(before)).not.toBe('')
  })

  test('over HTTP nothing is taken', async () => {
    for (const path of ['/api/slack/events', '/api/slack/interactions']) {
      const body = JSON.stringify(written(TEAM, 'hello'))
      expect((await fetch(served.url + path, { method: 'POST', headers: signed(body), body })).status).toBe(404)
    }
  })

  test('sent off by Slack twice, and with a line that breaks: it comes back, and nothing is lost or taken twice', async () => {
    await say('next question')
    for (const part of [() => slack.recycle(), () => slack.recycle(), () => slack.cut()]) {
      const opened = slack.state.opened
      part()
      const text = `Written while away, ${opened}.`
      const event = written(TEAM, text)
      const [first] = [slack.deliver('events_api', event), slack.deliver('events_api', event)]
      await expect.poll(() => slack.state.opened).toBe(opened + 1)
      await first
      await expect.poll(slack.waiting).toBe(0)
      await served.companion.idle()
      const said = (await versions()).flat().filter((line) => line === text)
      expect(said.length).toBeLessThanOrEqual(1)
      await say('next question')
    }
    expect((await versions()).flat().filter((line) => line.startsWith('Written while away'))).toHaveLength(3)
  })

  test('what couldn’t be taken isn’t acknowledged, and comes again', async () => {
    const acknowledged = slack.acknowledged.length
    const before = logged('slack-refused')
    void slack.deliver('events_api', { type: 'event_callback', team_id: TEAM, event: { type: 'message' } }, 'broken')
    await expect.poll(() => logged('slack-refused')).toBe(before + 1)
    slack.cut()
    await expect.poll(() => logged('slack-refused')).toBe(before + 2)
    expect(slack.acknowledged.length).toBe(acknowledged)
    expect(slack.waiting()).toBe(1)
  })

  test('Slack can’t be reached for a while: the process lives, and comes back', async () => {
    const before = logged('slack-not-reached')
    slack.state.down = true
    slack.cut()
    await expect.poll(() => logged('slack-not-reached')).toBeGreaterThan(before)
    slack.state.down = false
    await expect.poll(slack.connected, { timeout: 10_000 }).toBe(1)
    expect(await say('hello again')).not.toBe('')
    expect(served.logged.join('\n')).not.toContain('xapp')
  })
})
