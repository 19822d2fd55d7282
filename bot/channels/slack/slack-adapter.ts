import type { KnownBlock, WebClient } from '@slack/web-api'
import { type Activity, BotAdapter, type ConversationReference, type ResourceResponse, TurnContext } from 'botbuilder'
import { SafeWorker } from '../../kernel/safe-worker.ts'
import { activityOf, type Said } from '../../kernel/said.ts'
import { type Card, cardsOf } from '../../replies/card.ts'
import type { Modal } from '../../replies/modal.ts'
import { type ClientFor, slackClients, type TokenOf } from './clients.ts'
import { channelOf } from './conversation.ts'
import type { SlackHomeOpened } from './read-event.ts'
import type { SlackPress } from './read-press.ts'
import { renderBlocks, renderHome } from './render-blocks.ts'
import { type From, renderView } from './render-view.ts'
import { sendLate } from './send-late.ts'

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

/** A message of the companion's. */
interface Message {
  workspace: string
  channel: string
  message: string
}

/** Sends replies through Slack's Web API. A send that fails throws: whoever asked for it decides what then. */
export class SlackAdapter extends BotAdapter {
  readonly botkit_worker = SafeWorker
  readonly #clientFor: ClientFor
  readonly #site: string
  readonly #apiUrl: string | null
  /** Direct messages, by workspace and user. */
  readonly #chats = new Map<string, string>()
  /** Of each client: another token may be another user's. */
  readonly #own = new WeakMap<WebClient, Promise<string>>()

  constructor({ tokenOf, apiUrl, site }: SlackSettings) {
    super()
    this.#site = site
    this.#apiUrl = apiUrl
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

  /** Which conversation is somebody's direct message with the companion. */
  async ownChat(workspace: string, user: string): Promise<string> {
    const key = `${workspace}/${user}`
    const known = this.#chats.get(key)
    if (known) return known
    const client = await this.#clientFor(workspace)
    const { channel } = await client.conversations.open({ users: user })
    if (!channel?.id) throw new Error('Slack does not say where somebody’s direct message is.')
    this.#chats.set(key, channel.id)
    return channel.id
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

  /** Cards as the response to a command: whoever typed it sees them, and nobody else. */
  ephemeral(cards: Card[]) {
    const bodies = cards.map((card) => renderBlocks(card, this.#site))
    return {
      response_type: 'ephemeral',
      text: bodies.map(({ text }) => text).join('\n'),
      blocks: bodies.flatMap(({ blocks }) => blocks),
    }
  }

  /** The same, once the response has left without them. */
  async respond(address: string | null, cards: Card[]): Promise<void> {
    await sendLate(address, this.ephemeral(cards), this.#apiUrl)
  }

  view(modal: Modal, from: From) {
    return renderView(modal, { from, site: this.#site })
  }

  async openView(trigger: string, modal: Modal, from: From): Promise<void> {
    const client = await this.#clientFor(from.workspace)
    await client.views.open({ trigger_id: trigger, view: this.view(modal, from) })
  }

  /** Puts a card in place of a message of the companion's. */
  async change({ workspace, channel, message }: Message, card: Card): Promise<void> {
    const client = await this.#clientFor(workspace)
    await client.chat.update({ channel, ts: message, ...renderBlocks(card, this.#site) })
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
    if (card) await this.change({ ...channelOf(conversation.id), message: changed.id ?? '' }, card)
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
