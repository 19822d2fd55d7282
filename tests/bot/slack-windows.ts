import { randomUUID } from 'node:crypto'
import { type Posted, signed, type Window } from '#tests/support/slack-emulator.ts'
import { buttons, type slackAndCompanion, type Talk, TEAM } from './slack-talk.ts'

export const APP = 'A0STANDPOINT'
type Slack = Awaited<ReturnType<typeof slackAndCompanion>>

/** What somebody sees who typed a command, and what the server said. */
export interface Commanded {
  status: number
  response_type?: string
  text?: string
  blocks?: { type: string; elements: { action_id: string; value: string }[] }[]
}

interface Pressed {
  user: string
  channel: string
  sent: Posted
  button: { action_id: string; value: string }
}

interface Input {
  type: 'input'
  block_id: string
  label: { text: string }
  hint?: { text: string }
  element: {
    type: string
    max_length?: number
    initial_value?: string
    initial_option?: { value: string }
    options?: { value: string; text: { text: string } }[]
  }
}

export interface Submitted {
  status: number
  response_action?: string
  errors?: Record<string, string>
  view?: Omit<Window, 'view_id' | 'hash' | 'user_id'>
}

/** The headers of a request with this body, for tests of those that Slack didn’t sign. */
type HeadersOf = (body: string) => Record<string, string>

async function post(slack: Slack, path: string, fields: Record<string, string>, headers: HeadersOf = signed) {
  const body = new URLSearchParams(fields).toString()
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const url = slack.served.url + path
  const response = await fetch(url, { method: 'POST', headers: { ...headers(body), ...type }, body })
  const text = await response.text()
  await slack.served.companion.idle()
  return { status: response.status, ...(text.startsWith('{') && JSON.parse(text)) }
}

/** Somebody types `/standpoint` and these words. */
export async function command(
  slack: Slack,
  { user, channel, text }: { user: string; channel: string; text: string },
  more: Record<string, string> = {},
  headers?: HeadersOf,
): Promise<Commanded> {
  const sent = { token: 'old', team_id: TEAM, team_domain: 'test', channel_id: channel, channel_name: 'directmessage' }
  const who = { user_id: user, user_name: 'somebody', command: '/standpoint', text, api_app_id: APP }
  const response_url = slack.slack.late.address(randomUUID())
  const fields = { ...sent, ...who, trigger_id: randomUUID(), response_url, ...more }
  const shown = await post(slack, '/api/slack/commands', fields, headers)
  // While much is going on, the reply may come a moment later: it is the same to whoever waits for it.
  return { ...shown, ...slack.slack.late.came(fields.response_url) }
}

/** Presses the button under a message that opens a window, and gives the window. */
export async function openWindow(slack: Slack, { user, channel }: Talk, sent: Posted | undefined): Promise<Window> {
  const button = windowButton(sent)
  if (!sent || !button) throw new Error('There is no button for a window.')
  return pressForWindow(slack, { user, channel, sent, button })
}

/** Presses a button under a message, and gives the window that this opens. `home` is the workspace of whoever presses. */
export async function pressForWindow(
  slack: Slack,
  { user, channel, sent, button, home }: Pressed & { home?: string | undefined },
): Promise<Window> {
  const { action_id, value } = button
  const payload = {
    type: 'block_actions',
    trigger_id: await slack.slack.trigger(user),
    team: { id: TEAM },
    user: { id: user, ...(home && { team_id: home }) },
    channel: { id: channel },
    container: { type: 'message', message_ts: sent.ts, channel_id: channel },
    message: sent,
    actions: [{ type: 'button', action_ts: String(Math.random()), action_id, value }],
  }
  const before = slack.slack.windows(user).length
  await post(slack, '/api/slack/interactions', { payload: JSON.stringify(payload) })
  const [opened, ...more] = slack.slack.windows(user).slice(before)
  if (!opened) throw new Error('No window was opened.')
  if (more.length) throw new Error('More than one window was opened.')
  return opened
}

export const windowButton = (sent: Posted | undefined) => buttons(sent).find(({ action_id }) => action_id === 'window')

/** The fields of a window. */
export const inputs = ({ blocks }: Pick<Window, 'blocks'>): Input[] =>
  (blocks as Input[]).filter(({ type }) => type === 'input')

/** Everything a window says, its fields and what is in them too. */
export const saidIn = ({ blocks }: Pick<Window, 'blocks'>): string => JSON.stringify(blocks)

/** Sends a window with this filled in, in the order of its fields; null leaves one as it is. */
export async function submit(
  slack: Slack,
  user: string,
  window: Omit<Window, 'user_id'>,
  given: string[],
  headers?: HeadersOf,
): Promise<Submitted> {
  const view = { ...window, id: window.view_id, state: stateOf(window, given) }
  const payload = { type: 'view_submission', team: { id: TEAM }, user: { id: user }, trigger_id: randomUUID(), view }
  return post(slack, '/api/slack/interactions', { payload: JSON.stringify(payload) }, headers)
}

/** What Slack sends of a window that was filled in so, in the order of its fields. */
export function stateOf(window: Pick<Window, 'blocks'>, given: string[]) {
  const values = inputs(window).map(({ block_id, element: { type } }, i) => [
    block_id,
    { value: { type, ...filledIn(type, given[i]) } },
  ])
  return { values: Object.fromEntries(values) }
}

/** Several options are given with commas between them. */
function filledIn(type: string, value: string | undefined) {
  const option = (id: string) => ({ value: id, text: { text: id } })
  if (type === 'plain_text_input') return { value: value ?? null }
  if (type === 'radio_buttons' || type === 'static_select')
    return { selected_option: value === undefined ? null : option(value) }
  return { selected_options: value ? value.split(',').map(option) : [] }
}
