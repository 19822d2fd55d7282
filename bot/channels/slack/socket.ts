import { setTimeout as pause } from 'node:timers/promises'
import { LogLevel, SocketModeClient } from '@slack/socket-mode'
import { nameOf } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import type { SlackSettings } from '#core/slack-settings.ts'
import type { SlackReply } from './slack-channel.ts'

const FIRST_WAIT = 500
const LONGEST_WAIT = 60_000

interface Parts {
  settings: Pick<SlackSettings, 'apiUrl'> & { appToken: string }
  /** What takes everything that Slack sends. */
  take(payload: unknown): Promise<SlackReply>
  log: Log
}

interface Envelope {
  body: unknown
  ack(reply?: Record<string, unknown>): Promise<void>
}

/**
 * Socket Mode: what Slack sends comes over a WebSocket that is opened from here, so no address of ours need be public. An
 * envelope is acknowledged once it was taken; what isn't acknowledged, Slack sends again, over the next socket if need be.
 */
export function openSocket({ settings: { appToken, apiUrl }, take, log }: Parts): { close(): Promise<void> } {
  const client = new SocketModeClient({
    appToken,
    // Its own way back gives up, and ends the process, when Slack can't be reached at the first try.
    autoReconnectEnabled: false,
    // Its log would hold what people write.
    logger: SILENT,
    clientOptions: { ...(apiUrl ? { slackApiUrl: apiUrl } : {}), retryConfig: { retries: 0 }, timeout: 10_000 },
  })
  client.on('slack_event', async ({ body, ack }: Envelope) => {
    try {
      const reply = await take(body)
      const { status } = reply
      if ('json' in reply) await ack(reply.json as Record<string, unknown>)
      else if (status === 200) await ack(reply.text ? { text: reply.text } : undefined)
      else log('slack-refused', { why: reply.text })
    } catch (error) {
      log('slack-not-acknowledged', { name: nameOf(error) })
    }
  })
  const closing = new AbortController()
  const kept = keepOpen(client, closing.signal, log)
  return {
    async close() {
      closing.abort()
      await client.disconnect().catch(() => {})
      await kept
    },
  }
}

/** Opens it again whenever it ends, at once; and after longer and longer waits while it can't be opened. */
async function keepOpen(client: SocketModeClient, closing: AbortSignal, log: Log): Promise<void> {
  let wait = 0
  while (!closing.aborted) {
    const ended = new Promise((resolve) => client.once('disconnected', resolve))
    try {
      await client.start()
      wait = 0
      await ended
    } catch (error) {
      if (!closing.aborted) log('slack-not-reached', { name: error ? nameOf(error) : 'SocketClosed' })
      wait = Math.min(wait * 2 || FIRST_WAIT, LONGEST_WAIT)
    }
    await pause(wait, undefined, { signal: closing }).catch(() => {})
  }
}

const SILENT = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}
