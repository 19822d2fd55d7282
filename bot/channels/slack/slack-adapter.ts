import type { KnownBlock, WebClient } from '@slack/web-api'
import { type Activity, BotAdapter, type ConversationReference, type ResourceResponse, TurnContext } from 'botbuilder'
import { SafeWorker } from '../../kernel/safe-worker.ts'
import { activityOf, type Said } from '../../kernel/said.ts'
import { type Card, cardsOf } from '../../replies/card.ts'
import { type ClientFor, slackClients, type TokenOf } from './clients.ts'
import { channelOf } from './conversation.ts'
import type { SlackHomeOpened } from './read-event.ts'
import type { SlackPress } from './read-press.ts'
import { renderBlocks, renderHome } from './render-blocks.ts'

export interface SlackSettings {
  tokenOf: TokenOf
  apiUrl: string | null
  /** The public address of this site, for links. */
  site: string
}

/** Whom something is shown to, and where: `thread` only where there is one already, or Slack shows nothing. */
export interface Whispered {
  workspace: string
  channel: string
  user: string
  thread: string | undefined
  root?: string
}

/** Sends replies through Slack's Web API. A send that fails throws: whoever asked for it decides what then. */
export class SlackAdapter extends BotAdapter {
  readonly botkit_worker = SafeWorker
  readonly #clientFor: ClientFor
  readonly #site: string
  /** Of each client: another token may be another user's. */
  readonly #own = new WeakMap<WebClient, Promise<string>>()

  constructor({ tokenOf, apiUrl, site }: SlackSettings) {
    super()
    this.#site = site
    // Somebody waits for the reply: the client's own default would go on trying for half an hour.
    this.#clientFor = slackClients(tokenOf, apiUrl, { retryConfig: { retries: 2, minTimeout: 200, maxTimeout: 1000 } })
  }

  /** The companion's own user id in a workspace. */
  async ownUser(workspace: string): Promise<string> {
    const client = await this.#clientFor(workspace)
    const known =
      this.#own.get(client) ??
      client.auth.test().then(({ user_id: id }) => {
        if (!id) throw new Error('Slack does not say whose token this is.')
        return id
      })
    this.#own.set(client, known)
    return known.catch((error) => {
      this.#own.delete(client)
      throw error
    })
  }

  async turn(said: Said, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activityOf(said)), logic)
  }

  async send({ conversation, thread }: Pick<Said, 'conversation' | 'thread'>, card: Card): Promise<string> {
    const { workspace, channel } = channelOf(conversation)
    const client = await this.#clientFor(workspace)
    const { ts } = await client.chat.postMessage({
      channel,
      ...(thread ? { thread_ts: thread } : {}),
      unfurl_links: false,
      unfurl_media: false,
      mrkdwn: false,
      ...renderBlocks(card, this.#site),
    })
    return ts ?? ''
  }

  /** Shows cards to one person alone, where others read along; a button under them shares in the thread `root`. */
  async whisper({ workspace, channel, thread, user, root }: Whispered, cards: Card[]): Promise<void> {
    const client = await this.#clientFor(workspace)
    for (const card of cards)
      await client.chat.postEphemeral({
        channel,
        user,
        ...(thread ? { thread_ts: thread } : {}),
        ...renderBlocks(card, this.#site, root ? { root: `${workspace}/${root}` } : {}),
      })
  }

  /** Puts cards on somebody's own page, in place of what was there. */
  async publish({ workspace, user, channel }: Omit<SlackHomeOpened, 'eventId' | 'team'>, cards: Card[]): Promise<void> {
    const client = await this.#clientFor(workspace)
    await client.views.publish({ user_id: user, view: renderHome(cards, this.#site, channel) })
  }

  /** Takes the buttons away from a message on which one was pressed that settles it. */
  async withoutButtons({ workspace, channel, shown: { ts, text, blocks } }: SlackPress): Promise<void> {
    const client = await this.#clientFor(workspace)
    const left = blocks.filter(({ type }) => type !== 'actions') as KnownBlock[]
    await client.chat.update({ channel, ts, text, blocks: left })
  }

  async sendActivities(
    { activity: { conversation, channelData } }: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = []
    for (const card of activities.flatMap((a) => cardsOf(a as Activity)))
      sent.push({ id: await this.send({ conversation: conversation.id, thread: channelData.thread }, card) })
    return sent
  }

  async updateActivity({ activity: { conversation } }: TurnContext, changed: Partial<Activity>): Promise<void> {
    const [card] = cardsOf(changed as Activity)
    if (!card) return
    const { workspace, channel } = channelOf(conversation.id)
    const client = await this.#clientFor(workspace)
    await client.chat.update({ channel, ts: changed.id ?? '', ...renderBlocks(card, this.#site) })
  }

  async deleteActivity(
    { activity: { conversation } }: TurnContext,
    { activityId }: Partial<ConversationReference>,
  ): Promise<void> {
    const { workspace, channel } = channelOf(conversation.id)
    const client = await this.#clientFor(workspace)
    await client.chat.delete({ channel, ts: activityId ?? '' })
  }

  async continueConversation(): Promise<void> {
    throw new Error('Prompts are sent as such, and nothing else is before somebody writes.')
  }
}
