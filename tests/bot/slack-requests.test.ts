import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
import { type Config, readConfig } from '#core/config.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { signed } from '#tests/support/slack-emulator.ts'
import { serve } from './front.ts'
import { slackAndCompanion, type Talk, TEAM, words } from './slack-talk.ts'

const folder = temporaryFolder()
const settings = { PORT: '0', STANDPOINT_DATA_DIR: `${folder}/data`, STANDPOINT_SECRET_FILE: `${folder}/key` }
let slack: Awaited<ReturnType<typeof slackAndCompanion>>
let ada: Talk
const died: unknown[] = []
const note = (error: unknown) => void died.push(error)

beforeAll(async () => {
  process.on('unhandledRejection', note)
  slack = await slackAndCompanion((more) => readConfig({ ...settings, ...more }), ['ada'])
  ada = await slack.talk('ada')
  await ada.say('hello')
})
afterAll(async () => {
  await slack.close()
  process.off('unhandledRejection', note)
})

const now = () => Math.floor(Date.now() / 1000)

let n = 0
/** An event as Slack sends it, each with an id of its own. */
const event = (text: string, more: object = {}, id: string = randomUUID()) =>
  JSON.stringify({
    type: 'event_callback',
    team_id: TEAM,
    event_id: id,
    event: { type: 'message', channel_type: 'im', user: ada.user, channel: ada.channel, text, ts: `1.${n++}`, ...more },
  })

async function post(
  body: string,
  headers: Record<string, string> = signed(body),
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${slack.served.url}/api/slack/events`, { method: 'POST', headers, body })
  return { status: response.status, text: await response.text() }
}

/** Nothing was said, nobody died, and the companion still answers. */
async function nothingCameOfIt(): Promise<void> {
  expect(await ada.fresh()).toEqual([])
  expect(died).toEqual([])
  expect(words(await ada.say('hello'))).toContain('I’m the companion')
}

test('an event that Slack signed is taken', async () => {
  expect((await post(event('hello'))).status).toBe(200)
  expect(await ada.fresh()).toHaveLength(1)
})

test('Slack’s question whether this address is ours is answered, when it is signed', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' })
  expect(await post(body)).toEqual({ status: 200, text: 'abc' })
  expect((await post(body, { 'content-type': 'application/json' })).status).toBe(401)
})

test('a request without a signature, or with another’s, is refused', async () => {
  const body = event('hello')
  expect((await post(body, { 'content-type': 'application/json' })).status).toBe(401)
  expect((await post(body, signed(body, now(), 'another secret'))).status).toBe(401)
  expect((await post(body, { ...signed(body), 'x-slack-signature': 'v0=00' })).status).toBe(401)
  expect((await post(body, { ...signed(body), 'x-slack-request-timestamp': 'NaN' })).status).toBe(401)
  await nothingCameOfIt()
})

test('a request that was altered after it was signed is refused', async () => {
  const body = event('hello')
  expect((await post(body.replace('hello', 'stop!'), signed(body))).status).toBe(401)
  expect((await post(body, { ...signed(body, now() - 10), 'x-slack-request-timestamp': String(now()) })).status).toBe(
    401,
  )
  await nothingCameOfIt()
})

test('a request from more than five minutes ago, or from the future, is refused', async () => {
  const body = event('hello')
  expect((await post(body, signed(body, now() - 301))).status).toBe(401)
  expect((await post(body, signed(body, now() + 120))).status).toBe(401)
  await nothingCameOfIt()
})

test('a body that is too big is refused, signed or not', async () => {
  const body = event('a'.repeat(300_000))
  expect((await post(body)).status).toBe(422)
  expect((await post(body, {})).status).toBe(422)
  await nothingCameOfIt()
})

test('what is no event is refused, and what is not for the companion is left', async () => {
  for (const body of ['{nope', 'null', '[]', '{"type":"event_callback"}', 'payload=%7B%7D'])
    expect((await post(body)).status).toBe(400)
  for (const more of [
    { subtype: 'message_changed' },
    { bot_id: 'B1' },
    { channel: 'C024BE91L' },
    { user: undefined },
    { type: 'app_mention' },
  ])
    expect((await post(event('hello', more))).status).toBe(200)
  await nothingCameOfIt()
  expect(slack.served.logged.filter((line) => !line.startsWith('slack-refused'))).toEqual([])
})

test('one event delivered four times at once, and again after a restart, has one effect', async () => {
  await ada.say('next question')
  const body = event('said once', {}, 'EvOnce')
  const four = await Promise.all([body, body, body, body].map((b) => post(b)))
  expect(four.map((r) => r.status)).toEqual([200, 200, 200, 200])
  expect(await ada.fresh()).toHaveLength(1)
  expect(await slack.served.core.claimEvent(SYSTEM, { id: 'slack:EvOnce' })).toBe(false)
  const { answers } = await slack.served.core.myAnswers(ada.actor, { history: true })
  expect(answers.map((a) => a.history.map((h) => h.lines))).toEqual([[['said once']]])
})

test('a message that can’t be sent is logged by name, and the process lives', async () => {
  await post(event('hello', { channel: 'D404' }))
  expect(await ada.fresh()).toEqual([])
  expect(slack.served.logged.join('\n')).toContain('slack-send-failed')
  expect(slack.served.logged.join('\n')).not.toContain('hello')
  await nothingCameOfIt()
})

test('a companion that can’t learn its own name says nothing, so it never answers itself', async () => {
  const called: string[] = []
  const refusing = createServer((request, response) => {
    called.push(request.url ?? '')
    response.setHeader('content-type', 'application/json').end('{"ok":false,"error":"invalid_auth"}')
  }).listen(0, '127.0.0.1')
  await once(refusing, 'listening')
  const apiUrl = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}/api/`
  const keys = slack.config.slack as NonNullable<Config['slack']>
  const other = await serve({ ...slack.config, dataDir: `${folder}/other`, slack: { ...keys, apiUrl } })
  const body = event('hello')
  const response = await fetch(`${other.url}/api/slack/events`, { method: 'POST', headers: signed(body), body })
  expect(response.status).toBe(200)
  await other.companion.idle()
  expect(other.logged).toEqual(['slack-not-reached {"name":"WebAPIPlatformError"}'])
  expect(called).toEqual(['/api/auth.test'])
  await other.close()
  refusing.close()
})

test('with no Slack settings the channel is off', async () => {
  const off = await serve({ ...slack.config, dataDir: `${folder}/off`, slack: null })
  const body = event('hello')
  const response = await fetch(`${off.url}/api/slack/events`, { method: 'POST', headers: signed(body), body })
  expect(response.status).toBe(404)
  await off.close()
})
