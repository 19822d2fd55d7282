import type { WebClient } from '@slack/web-api'
import type { Card } from '../../replies/card.ts'
import type { Outcome } from '../outcome.ts'
import { slackClients } from './clients.ts'
import { channelOf } from './conversation.ts'
import { codeOf, LEFT, outcomeOf } from './outcome-of.ts'
import { renderBlocks } from './render-blocks.ts'
import type { Sending } from './sending.ts'

export interface PromptToPost {
  /** The direct message, as `conversationIn` names it. */
  place: string
  delivery: string
  card: Card
  /** A send of it began then and nobody knows how it ended; null when none did. */
  triedAt: number | null
}

/** Clocks differ a little. */
const BEFORE = 60
const LOOKED_AT = 100

interface PromptSettings extends Sending {
  /** Prompts go to many workspaces: while one asks for patience, the others go on. */
  many: boolean
}

/** Sends prompts through Slack's Web API, each with the delivery's id in its metadata; one try, whose end it names. */
export function promptPoster({ tokenOf, leave, many, apiUrl, site }: PromptSettings) {
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

  async function post(client: WebClient, channel: string, prompt: PromptToPost): Promise<Outcome> {
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
  }

  return async (prompt: PromptToPost): Promise<Outcome> => {
    const { workspace, channel } = channelOf(prompt.place)
    let client: WebClient | undefined
    try {
      client = await clientFor(workspace)
      return await post(client, channel, prompt)
    } catch (error) {
      if (LEFT.includes(codeOf(error)) && client?.token && (await leave(workspace, client.token)))
        return { as: 'failed', gone: true, why: codeOf(error) }
      const outcome = outcomeOf(error)
      return outcome.as === 'busy' && many ? { ...outcome, alone: true } : outcome
    }
  }
}

const deliveryOf = (metadata: object | undefined): unknown =>
  (metadata as { event_payload?: { delivery?: unknown } } | undefined)?.event_payload?.delivery
