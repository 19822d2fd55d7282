import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api'
import type { Card } from '../../replies/card.ts'
import type { Outcome } from '../outcome.ts'
import { slackClients } from './clients.ts'
import { channelOf } from './conversation.ts'
import { renderBlocks } from './render-blocks.ts'
import type { SlackSettings } from './slack-adapter.ts'

export interface PromptToPost {
  /** The direct message, as `conversationIn` names it. */
  place: string
  delivery: string
  card: Card
  /** A send of it began then and nobody knows how it ended; null when none did. */
  triedAt: number | null
}

/** Whoever it is for can't be written to any more. */
const GONE = ['channel_not_found', 'user_not_found', 'is_archived', 'user_disabled', 'cannot_dm_bot', 'not_in_channel']
/** The token is at fault, which its operator can mend: nobody's prompts are lost by it. */
const OURS = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'missing_scope']
const TEN_MINUTES = 600_000
/** Slack's own faults, after which a message may be there or not. */
const SLACKS = ['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout']
/** Clocks differ a little. */
const BEFORE = 60
const LOOKED_AT = 100

/** Sends prompts through Slack's Web API, each with the delivery's id in its metadata; one try, whose end it names. */
export function promptPoster({ tokenOf, apiUrl, site }: SlackSettings) {
  const clientFor = slackClients(tokenOf, apiUrl, {
    // The core says when to try again: nobody waits for a prompt.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })

  /** The message of a delivery that was sent by a process that died before it could say so. */
  async function find(
    client: WebClient,
    channel: string,
    { delivery, triedAt }: PromptToPost,
  ): Promise<string | undefined> {
    if (triedAt === null) return undefined
    const oldest = triedAt / 1000 - BEFORE
    const { messages = [] } = await client.conversations.history({
      channel,
      oldest: String(oldest),
      limit: LOOKED_AT,
      include_all_metadata: true,
    })
    const isIt = (m: (typeof messages)[number]) => deliveryOf(m.metadata) === delivery && Number(m.ts) >= oldest
    return messages.find(isIt)?.ts
  }

  return async (prompt: PromptToPost): Promise<Outcome> => {
    try {
      const { workspace, channel } = channelOf(prompt.place)
      const client = await clientFor(workspace)
      const there = await find(client, channel, prompt)
      if (there) return { as: 'sent', ref: there }
      const { ts = '' } = await client.chat.postMessage({
        channel,
        unfurl_links: false,
        unfurl_media: false,
        mrkdwn: false,
        metadata: { event_type: 'standpoint_prompt', event_payload: { delivery: prompt.delivery } },
        ...renderBlocks(prompt.card, site),
      })
      return { as: 'sent', ref: ts }
    } catch (error) {
      return outcomeOf(error)
    }
  }
}

const deliveryOf = (metadata: object | undefined): unknown =>
  (metadata as { event_payload?: { delivery?: unknown } } | undefined)?.event_payload?.delivery

function outcomeOf(error: unknown): Outcome {
  if (error instanceof WebAPIRateLimitedError) return { as: 'busy', waitMs: error.retryAfter * 1000 }
  if (!(error instanceof WebAPIPlatformError)) return { as: 'unknown' }
  const { error: code } = error.data
  if (code === 'ratelimited' || code === 'rate_limited') return { as: 'busy', waitMs: 60_000 }
  if (OURS.includes(code)) return { as: 'busy', waitMs: TEN_MINUTES }
  if (SLACKS.includes(code)) return { as: 'unknown' }
  return { as: 'failed', gone: GONE.includes(code) }
}
