import { createHmac, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createEmulator } from 'emulate'
import { takeLateReplies } from './late-replies.ts'

export const SIGNING_SECRET = 'a signing secret for tests'
export const BOT_TOKEN = 'xoxb-standpoint'
export const BOT = 'U0STANDPOINT'
const SCOPES = ['chat:write', 'commands', 'files:write', 'im:history', 'im:write']

interface Plugin {
  register(app: unknown, store: Store, webhooks: Webhooks, ...more: unknown[]): unknown
}
interface Store {
  collection(name: string, indexed: string[]): { all(): unknown[] }
}
interface Webhooks {
  register(subscription: { url: string; events: string[]; active: boolean; owner: string }): unknown
  getDeliveries(): { event: string; payload: Event; status_code: number | null }[]
}
interface Event {
  event_id: string
  event: { user: string; text: string; channel: string }
}

/** What the emulator keeps of a message. */
export interface Posted {
  user: string
  text: string
  ts: string
  thread_ts?: string
  blocks?: unknown[]
}

/** What one person alone was shown. */
export interface Whispered extends Posted {
  channel_id: string
  target_user: string
}

export interface HomePage {
  type: string
  user_id: string
  private_metadata: string
  blocks: unknown[]
}

/** A window, as the companion opened it over somebody's chat. */
export interface Window {
  view_id: string
  hash: string
  type: string
  user_id: string
  callback_id: string
  private_metadata: string
  title: { text: string }
  submit: { text: string } | null
  blocks: unknown[]
}

/** The emulator has no public way to say where events go, so its Slack plugin is wrapped while it starts. */
async function slackPlugin(): Promise<Plugin> {
  const folder = dirname(fileURLToPath(import.meta.resolve('emulate')))
  const file = readdirSync(folder).find(
    (f) => f.endsWith('.js') && readFileSync(join(folder, f), 'utf8').includes('var slackPlugin = '),
  )
  if (!file) throw new Error('emulate has no Slack plugin where 0.12.2 has it.')
  return (await import(pathToFileURL(join(folder, file)).href)).slackPlugin
}

/** Slack over real HTTP: it signs its events, takes the companion's replies, and people write in it. */
export async function startSlack(people: string[]) {
  const plugin = await slackPlugin()
  const register = plugin.register
  let webhooks!: Webhooks
  let store!: Store
  plugin.register = (app, kept, hooks, ...more) => {
    webhooks = hooks
    store = kept
    return register.call(plugin, app, kept, hooks, ...more)
  }
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        signing_secret: SIGNING_SECRET,
        oauth_apps: [
          {
            client_id: '1.2',
            client_secret: 'secret',
            name: 'Standpoint',
            bot_id: 'B0STANDPOINT',
            bot_user_id: BOT,
            redirect_uris: [],
            scopes: SCOPES,
          },
        ],
        users: people.map((name) => ({ name, real_name: name, email: `${name}@example.org` })),
        tokens: [
          { token: BOT_TOKEN, type: 'bot', user: BOT, bot_id: 'B0STANDPOINT', bot_user_id: BOT, scopes: SCOPES },
          ...people.map((name) => ({ token: `xoxp-${name}`, user: name })),
        ],
      },
    },
  } as never)
  plugin.register = register
  const late = await takeLateReplies(emulator.url)

  const api = async (method: string, body: object, token = BOT_TOKEN): Promise<Record<string, never>> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const reply = await fetch(`${emulator.url}/api/${method}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const json = await reply.json()
    if (!json.ok) throw new Error(`${method}: ${JSON.stringify(json)}`)
    return json
  }
  const userOf = async (name: string): Promise<string> => {
    const { members } = (await api('users.list', {})) as unknown as { members: { id: string; name: string }[] }
    return members.find((m) => m.name === name)?.id ?? ''
  }
  const written = async (channel: string): Promise<Posted[]> => {
    const history = (await api('conversations.history', { channel, limit: 200 })) as unknown as { messages: Posted[] }
    return history.messages.filter((m) => m.user === BOT).reverse()
  }
  // Slack's own programs escape what people type before they send it.
  const typed = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

  return {
    apiUrl: `${late.url}/api/`,
    /** Late replies to commands. */
    late,
    /** Where events go, from now on. */
    subscribe: (url: string) => webhooks.register({ url, events: ['*'], active: true, owner: 'slack' }),
    /** The direct messages between somebody and the companion. */
    async open(name: string) {
      const user = await userOf(name)
      const opened = (await api('conversations.open', { users: user })) as unknown as { channel: { id: string } }
      const channel = opened.channel.id
      const own = `xoxp-${name}`
      const write = async (text: string): Promise<{ ts: string }> =>
        (await api('chat.postMessage', { channel, text: typed(text) }, own)) as unknown as { ts: string }
      const edit = (ts: string, text: string, more: object = {}) =>
        api('chat.update', { channel, ts, text: typed(text), ...more }, own)
      const remove = (ts: string) => api('chat.delete', { channel, ts }, own)
      return { user, channel, replies: () => written(channel), write, edit, remove }
    },
    /** A channel with the companion and these people in it, or a direct message between all of them. */
    async together(names: string[], kind: 'public' | 'private' | 'group') {
      const users = (await Promise.all(names.map(userOf))).join(',')
      if (kind === 'group') {
        const group = (await api('conversations.open', { users })) as unknown as { channel: { id: string } }
        return group.channel.id
      }
      const wanted = { name: `talk-${randomUUID().slice(0, 8)}`, is_private: kind === 'private' }
      const { channel } = (await api('conversations.create', wanted)) as unknown as { channel: { id: string } }
      await api('conversations.invite', { channel: channel.id, users })
      return channel.id
    },
    /** The companion is taken out of a channel. */
    takenOut: (channel: string) => api('conversations.leave', { channel }),
    userOf,
    /** Writes where others read along; the message's time is its name. */
    async write(name: string, channel: string, text: string, thread?: string): Promise<string> {
      const sent = { channel, text, ...(thread && { thread_ts: thread }) }
      return (await api('chat.postMessage', sent, `xoxp-${name}`)).ts as unknown as string
    },
    /** What the companion has shown everybody in a channel, in its threads too, which its history leaves out. */
    posted: (channel: string): Posted[] => {
      const all = store.collection('slack.messages', []).all() as (Posted & { channel_id: string })[]
      // Copies: what was posted can be held against what stands there later.
      return structuredClone(all.filter((one) => one.channel_id === channel && one.user === BOT))
    },
    /** What it has shown one person alone, there. */
    whispered: (channel: string, user: string): Whispered[] =>
      (store.collection('slack.ephemeral_messages', []).all() as Whispered[]).filter(
        (one) => one.channel_id === channel && one.target_user === user,
      ),
    /** What somebody's page of the companion's shows; undefined where nothing was ever put there. */
    home: (user: string): HomePage | undefined =>
      (store.collection('slack.views', []).all() as HomePage[]).find((v) => v.type === 'home' && v.user_id === user),
    /** What opens a window for somebody, for three seconds. */
    trigger: async (user: string): Promise<string> =>
      (await api('views.generateTriggerId', { user_id: user })).trigger_id as unknown as string,
    /** The windows that were opened for somebody, the first first. */
    windows: (user: string): Window[] =>
      (store.collection('slack.views', []).all() as Window[]).filter((v) => v.type === 'modal' && v.user_id === user),
    /** Every event that was sent, with the status it met. */
    deliveries: () => webhooks.getDeliveries(),
    async close() {
      late.close()
      await emulator.close()
    },
  }
}

/** The headers of a request that Slack signed at this time, in seconds. */
export function signed(
  body: string,
  seconds = Math.floor(Date.now() / 1000),
  secret = SIGNING_SECRET,
): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')
  return {
    'content-type': 'application/json',
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': `v0=${signature}`,
  }
}
