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
const CARD = 'application/vnd.microsoft.card.adaptive'

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
  readonly #site: string
  readonly #hosts: OutboundHostValidator

  constructor(cloud: CloudAdapter, settings: TeamsSettings, site: string) {
    super()
    this.#cloud = cloud
    this.#appId = settings.playground ? '' : settings.appId
    this.#site = site
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
  async send(chat: TeamsChat, card: Card): Promise<string> {
    return this.sendRendered(chat, renderAdaptiveCard(card, this.#site))
  }

  private async sendRendered(
    { serviceUrl, conversation, tenant, bot, user }: TeamsChat,
    content: AdaptiveCard,
  ): Promise<string> {
    let [leaves, id] = [false, '']
    const heard = {
      type: 'message',
      channelId: 'msteams',
      serviceUrl,
      conversation: { id: conversation, tenantId: tenant },
      recipient: { id: bot },
      from: { id: user },
    }
    const reference = Activity.fromObject(heard).getConversationReference()
    const message = Activity.fromObject({
      type: 'message',
      summary: content.fallbackText.slice(0, 200),
      attachments: [{ contentType: CARD, content }],
    })
    const send = this.#cloud.continueConversation({ aud: this.#appId }, reference, async (context) => {
      leaves = true
      id = (await context.sendActivity(message))?.id ?? ''
    })
    await send.catch((error: Error) => {
      throw leaves ? error : new NotLeft(error)
    })
    return id
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
