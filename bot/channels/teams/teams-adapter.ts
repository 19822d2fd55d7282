import { Activity } from '@microsoft/agents-activity'
import { type AuthConfiguration, AuthType, CloudAdapter, OutboundHostValidator } from '@microsoft/agents-hosting'
import { BotAdapter, type ResourceResponse, TurnContext, type Activity as Turned } from 'botbuilder'
import type { TeamsSettings } from '#core/config.ts'
import type { TeamsChat } from '#core/prompts/teams-chat.ts'
import { SafeWorker } from '../../kernel/safe-worker.ts'
import { activityOf, type Said } from '../../kernel/said.ts'
import { type Card, cardsOf } from '../../replies/card.ts'
import { type AdaptiveCard, renderAdaptiveCard } from './render-adaptive-card.ts'

const LOCAL = ['127.0.0.1', 'localhost', '[::1]']
const CHAT = 'teams chat'
export const CARD = 'application/vnd.microsoft.card.adaptive'

/** Microsoft's adapter: it checks who wrote, and fetches the tokens that messages carry. */
export function cloudAdapter(settings: TeamsSettings): CloudAdapter {
  const known = settings.playground ? {} : identity(settings)
  const cloud = new CloudAdapter(known, undefined, undefined, undefined, hostsOf(settings))
  // As shipped, it swallows a failed send, and tells the person that the source code wants fixing.
  cloud.onTurnError = async (_context, error) => {
    throw error
  }
  return cloud
}

/** Messages go to Microsoft's hosts only, whatever address an activity named; for tests, to this machine. */
function hostsOf(settings: TeamsSettings): OutboundHostValidator {
  const local = settings.playground || settings.authority !== null
  return new OutboundHostValidator({
    enabled: true,
    includeDefaultMicrosoftHosts: !settings.playground,
    hosts: local ? LOCAL : [],
  })
}

function identity({ appId, tenantId, secret, authority }: Extract<TeamsSettings, { playground: false }>) {
  const settings: AuthConfiguration = {
    clientId: appId,
    tenantId,
    // As shipped, a token of any tenant would do.
    validateIssuer: true,
    ...(authority ? { authorityEndpoint: authority } : {}),
    ...(secret
      ? { authType: AuthType.ClientSecret, clientSecret: secret }
      : { authType: AuthType.UserManagedIdentity }),
  }
  return settings
}

/** Where something is sent, and to whom: null where it is for everybody there, and nobody is named. */
type Conversation = Omit<TeamsChat, 'user'> & { user: string | null }

type Context = Parameters<Parameters<CloudAdapter['continueConversation']>[2]>[0]

const messageOf = (content: AdaptiveCard) =>
  Activity.fromObject({
    type: 'message',
    summary: content.fallbackText.slice(0, 200),
    attachments: [{ contentType: CARD, content }],
  })

/** A message that surely isn't there: its address isn't allowed, or no token came for it. */
export class NotLeft extends Error {
  constructor(cause: Error) {
    super('The message never left.', { cause })
    this.name = cause.name
  }
}

/** Sends messages to Teams. A send that fails throws: whoever asked for it decides what then. */
export class TeamsAdapter extends BotAdapter {
  readonly botkit_worker = SafeWorker
  readonly #cloud: CloudAdapter
  /** Blank in the Playground. */
  readonly #appId: string
  /** The public address of this site, for links. */
  readonly site: string
  readonly #hosts: OutboundHostValidator

  constructor(cloud: CloudAdapter, settings: TeamsSettings, site: string) {
    super()
    this.#cloud = cloud
    this.#appId = settings.playground ? '' : settings.appId
    this.site = site
    this.#hosts = hostsOf(settings)
  }

  /** Whether anything may be sent there. */
  reaches({ serviceUrl }: TeamsChat): boolean {
    return this.#hosts.isAllowed(serviceUrl)
  }

  async turn(said: Said, chat: TeamsChat, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const context = new TurnContext(this, activityOf(said))
    context.turnState.set(CHAT, chat)
    await this.runMiddleware(context, logic)
  }

  /** Gives Teams' id of the message. Throws `NotLeft` where nothing was sent, and else what the library throws. */
  async send(chat: Conversation, card: Card): Promise<string> {
    return this.sendRendered(chat, renderAdaptiveCard(card, this.site))
  }

  /** The same, of a card that is rendered already. */
  async sendRendered(chat: Conversation, content: AdaptiveCard): Promise<string> {
    return this.#within(chat, async (context) => (await context.sendActivity(messageOf(content)))?.id ?? '')
  }

  /** Puts a card in the place of one that was sent. Throws as `send` does. */
  async replace(chat: Conversation, id: string, content: AdaptiveCard): Promise<void> {
    await this.#within(chat, async (context) => {
      const message = messageOf(content)
      message.id = id
      await context.updateActivity(message)
    })
  }

  async #within<Result>(
    { serviceUrl, conversation, tenant, bot, user }: Conversation,
    work: (context: Context) => Promise<Result>,
  ): Promise<Result> {
    let done: { result: Result } | undefined
    let leaves = false
    const heard = {
      type: 'message',
      channelId: 'msteams',
      serviceUrl,
      conversation: { id: conversation, tenantId: tenant },
      recipient: { id: bot },
      ...(user === null ? {} : { from: { id: user } }),
    }
    const reference = Activity.fromObject(heard).getConversationReference()
    const sends = this.#cloud.continueConversation({ aud: this.#appId }, reference, async (context) => {
      leaves = true
      done = { result: await work(context) }
    })
    await sends.catch((error: Error) => {
      throw leaves ? error : new NotLeft(error)
    })
    if (!done) throw new Error('The library ended without sending.')
    return done.result
  }

  async sendActivities({ turnState }: TurnContext, activities: Partial<Turned>[]): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = []
    for (const card of activities.flatMap((a) => cardsOf(a as Turned)))
      sent.push({ id: await this.send(turnState.get(CHAT), card) })
    return sent
  }

  async updateActivity(): Promise<void> {
    throw new Error('What Teams has shown is not changed from here.')
  }

  async deleteActivity(): Promise<void> {
    throw new Error('What Teams has shown is not taken back from here.')
  }

  async continueConversation(): Promise<void> {
    throw new Error('Prompts are sent as such, and nothing else is before somebody writes.')
  }
}
