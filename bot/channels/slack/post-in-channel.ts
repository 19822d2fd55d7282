import type { WebClient } from '@slack/web-api'
import type { Card } from '../../replies/card.ts'
import type { Outcome } from '../outcome.ts'
import { slackClients } from './clients.ts'
import { codeOf, LEFT, outcomeOf } from './outcome-of.ts'
import { renderBlocks } from './render-blocks.ts'
import type { Sending } from './sending.ts'

/** Something for everybody in a channel. */
export interface ToPost {
  workspace: string
  channel: string
  card: Card
  /** The message that it hangs under. */
  under?: string | undefined
  /** Beside the words; `alt` says in words what it shows. */
  picture?: { png: Buffer; title: string; alt: string } | undefined
}

const SLACKS_FILES = 'https://files.slack.com'

/**
 * Posts in channels through Slack's Web API; one try, whose end it names. The app can't read channels, so whether a message
 * is there whose reply was lost can't be looked up: it may come twice, and is never lost.
 */
export function channelPoster({ tokenOf, leave, apiUrl, site }: Sending) {
  const clientFor = slackClients(tokenOf, apiUrl, { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true })

  async function words(client: WebClient, { channel, card, under }: ToPost): Promise<Outcome> {
    const { ts = '' } = await client.chat.postMessage({
      channel,
      ...(under ? { thread_ts: under } : {}),
      unfurl_links: false,
      unfurl_media: false,
      mrkdwn: false,
      ...renderBlocks(card, site),
    })
    return { as: 'sent', ref: ts }
  }

  /** Slack shows the picture and the words as one message, once the upload is complete. */
  async function withPicture(
    client: WebClient,
    { channel, card, under }: ToPost,
    picture: NonNullable<ToPost['picture']>,
  ) {
    const { png, title, alt } = picture
    // Slack's reference and its client name the description differently.
    const upload = { filename: 'picture.png', length: png.length, alt_txt: alt, alt_text: alt }
    const { upload_url, file_id = '' } = (await client.apiCall('files.getUploadURLExternal', upload)) as {
      upload_url?: string
      file_id?: string
    }
    await send(upload_url, png)
    const to = under ? { channel_id: channel, thread_ts: under } : { channel_id: channel }
    const { blocks } = renderBlocks(card, site)
    await client.files.completeUploadExternal({ files: [{ id: file_id, title }], ...to, blocks })
    return { as: 'sent', ref: file_id } as const
  }

  /** Only to Slack's own address for files; a server that stands for Slack's API names one of its own. */
  async function send(address: string | undefined, png: Buffer): Promise<void> {
    if (!address || (apiUrl === null && new URL(address).origin !== SLACKS_FILES))
      throw new Error('Slack named no address of its own for a picture.')
    const body = new Uint8Array(png)
    const signal = AbortSignal.timeout(20_000)
    const response = await fetch(address, { method: 'POST', body, redirect: 'error', signal })
    if (!response.ok) throw new Error(`Slack took a picture with ${response.status}.`)
  }

  return async (post: ToPost): Promise<Outcome> => {
    let client: WebClient | undefined
    try {
      client = await clientFor(post.workspace)
      return await (post.picture ? withPicture(client, post, post.picture) : words(client, post))
    } catch (error) {
      if (LEFT.includes(codeOf(error)) && client?.token && (await leave(post.workspace, client.token)))
        return { as: 'failed', gone: true, why: codeOf(error) }
      return outcomeOf(error)
    }
  }
}
