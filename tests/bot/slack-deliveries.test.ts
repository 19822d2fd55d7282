import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '#core/config.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { signed } from '#tests/support/slack-emulator.ts'
import { standBefore } from '#tests/support/stand-before.ts'
import { slackAndCompanion, TEAM } from './slack-talk.ts'

/** A gate before Slack's own API: while it is shut, nothing that the companion sends gets through. */
async function gateBefore(apiUrl: () => string) {
  let opened = Promise.withResolvers<void>()
  opened.resolve()
  let held = 0
  const { url, close } = await standBefore(apiUrl, async ({ path }) => {
    if (!path.endsWith('/chat.postMessage')) return undefined
    held++
    await opened.promise
    held--
    return undefined
  })
  onTestFinished(close)
  return {
    url: `${url}/api/`,
    shut: () => {
      opened = Promise.withResolvers<void>()
    },
    open: () => opened.resolve(),
    isHolding: () => held > 0,
  }
}

test('while a reply of the companion’s hangs, every delivery is acknowledged; out of order and four times over, each has one effect', async () => {
  const folder = temporaryFolder()
  let apiUrl = ''
  const gate = await gateBefore(() => apiUrl)
  const paths = { STANDPOINT_DATA_DIR: `${folder}/data`, STANDPOINT_SECRET_FILE: `${folder}/key` }
  const slack = await slackAndCompanion(
    (more) => {
      apiUrl = more.STANDPOINT_SLACK_API_URL ?? ''
      return readConfig({ PORT: '0', ...paths, ...more, STANDPOINT_SLACK_API_URL: gate.url })
    },
    ['ada'],
  )
  onTestFinished(slack.close)
  const ada = await slack.talk('ada')
  await ada.say('hello')
  await ada.say('next question')

  const event = (id: string, said: string, ts: string) =>
    JSON.stringify({
      type: 'event_callback',
      team_id: TEAM,
      event_id: id,
      event: { type: 'message', channel_type: 'im', user: ada.user, channel: ada.channel, text: said, ts },
    })
  /** How Slack says that it has tried before. */
  const deliver = async (body: string, again: number): Promise<number> => {
    const retry = again
      ? { 'x-slack-retry-num': `${again}`, 'x-slack-retry-reason': 'http_timeout' }
      : ({} as Record<string, string>)
    const headers = { ...signed(body), ...retry }
    const response = await fetch(`${slack.served.url}/api/slack/events`, { method: 'POST', headers, body })
    await response.text()
    return response.status
  }
  gate.shut()
  const first = event('EvFirst', 'A morning in the hall.', '1795000001.000100')
  const second = event('EvSecond', 'what is waiting?', '1795000002.000100')
  // A third try may overtake the first. None of them ends before the gate is open, and all are acknowledged before it.
  const statuses: number[] = []
  for (const [body, again] of [
    [first, 2],
    [second, 0],
    [first, 0],
    [second, 3],
    [first, 1],
    [first, 3],
    [second, 1],
    [second, 2],
  ] as const)
    statuses.push(await deliver(body, again))
  await expect.poll(gate.isHolding).toBe(true)
  expect(statuses).toEqual(Array(8).fill(200))
  gate.open()
  const replies = await ada.fresh()
  const { answers } = await slack.served.core.myAnswers(ada.actor, { history: true })
  expect(answers.map(({ history }) => history.map(({ lines }) => lines))).toEqual([[['A morning in the hall.']]])
  expect(replies.map((reply) => reply.text.split('\n')[0])).toEqual([
    'Thanks, saved.',
    'These come next, in reading order. None of them is in a hurry.',
  ])
})
