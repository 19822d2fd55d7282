import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readConfig } from '#core/config.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { BOT_TOKEN, SIGNING_SECRET, signed } from '#tests/support/slack-emulator.ts'
import { type Served, serve } from './front.ts'

const folder = temporaryFolder()
let served: Served
let url: string
let came: { path: string; body: string }[] = []
/** Lets Slack's API answer at last. */
let letGo = () => {}
let held = Promise.resolve()

/** A Slack whose API keeps everybody waiting. */
const slow = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  if (request.url?.startsWith('/api/')) await held
  else came.push({ path: request.url ?? '', body })
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end('{"ok":true,"team_id":"T1","user_id":"U0STANDPOINT","channel":{"id":"D0CHAT"}}')
})

beforeAll(async () => {
  slow.listen(0, '127.0.0.1')
  await once(slow, 'listening')
  url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`
  served = await serve(
    readConfig({
      PORT: '0',
      STANDPOINT_DATA_DIR: `${folder}/data`,
      STANDPOINT_SECRET_FILE: `${folder}/key`,
      STANDPOINT_SLACK_BOT_TOKEN: BOT_TOKEN,
      STANDPOINT_SLACK_SIGNING_SECRET: SIGNING_SECRET,
      STANDPOINT_SLACK_API_URL: `${url}/api/`,
    }),
  )
})
beforeEach(() => {
  came = []
})
afterAll(async () => {
  letGo()
  await served.close()
  slow.close()
  slow.closeAllConnections()
})

/** “Stop”, which asks Slack where the direct message is; the response leaves while Slack keeps it waiting. */
async function stop(response_url: string): Promise<string> {
  const typed = { command: '/standpoint', text: 'stop', team_id: 'T1', user_id: `U${randomUUID()}`, channel_id: 'C1' }
  const body = new URLSearchParams({ ...typed, trigger_id: randomUUID(), response_url }).toString()
  const headers = { ...signed(body), 'content-type': 'application/x-www-form-urlencoded' }
  held = new Promise((go) => {
    letGo = go
  })
  const response = await fetch(`${served.url}/api/slack/commands`, { method: 'POST', headers, body })
  expect(response.status).toBe(200)
  const text = await response.text()
  letGo()
  await served.companion.idle()
  return text
}

test('a command is acknowledged while its reply is still being made, and the reply comes later, to one person alone', async () => {
  expect(await stop(`${url}/commands/1`)).toBe('')
  expect(came.map(({ path }) => path)).toEqual(['/commands/1'])
  expect(JSON.parse(came[0]?.body ?? '')).toMatchObject({
    response_type: 'ephemeral',
    text: expect.stringContaining('Stopped'),
  })
})

test('a late reply goes to no address but Slack’s own', async () => {
  const elsewhere = createServer((request, response) => {
    came.push({ path: `elsewhere ${request.url}`, body: '' })
    response.end()
  }).listen(0, '127.0.0.1')
  await once(elsewhere, 'listening')
  const { port } = elsewhere.address() as AddressInfo
  for (const address of [`http://127.0.0.1:${port}/commands/1`, 'file:///etc/passwd', 'commands', ''])
    expect(await stop(address)).toBe('')
  expect(came).toEqual([])
  expect(served.logged.filter((line) => line.startsWith('slack-send-failed'))).toHaveLength(4)
  elsewhere.close()
})
