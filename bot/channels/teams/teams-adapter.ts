import { Activity } from '@microsoft/agents-activity'
import { type AuthConfiguration, AuthType, CloudAdapter, OutboundHostValidator } from '@microsoft/agents-hosting'
import { BotAdapter, type ResourceResponse, TurnContext, type Activity as Turned } from 'botbuilder'
import type { TeamsSettings } from '#core/config.ts'
import { SafeWorker } from '../../kernel/safe-worker.ts'
import { activityOf, type Said } from '../../kernel/said.ts'
import { type Card, cardsOf } from '../../replies/card.ts'
import type { TeamsPlace } from './read-activity.ts'
import { type AdaptiveCard, renderAdaptiveCard } from './render-adaptive-card.ts'

const LOCAL = ['127.0.0.1', 'localhost', '[::1]']
const PLACE = 'teams place'
const CARD = 'application/vnd.microsoft.card.adaptive'

/**
 * Microsoft's adapter: it checks who wrote, and fetches the tokens that replies carry. Replies go to Microsoft's hosts
 * only, whatever address a message names; for tests, to this machine.
 */
export function cloudAdapter(settings: TeamsSettings): CloudAdapter {
  const local = settings.playground || settings.authority !== null
  const hosts = new OutboundHostValidator({
    enabled: true,
    includeDefaultMicrosoftHosts: !settings.playground,
    hosts: local ? LOCAL : [],
  })
  return new CloudAdapter(settings.playground ? {} : identity(settings), undefined, undefined, undefined, hosts)
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

/** Sends replies to Teams. A send that fails throws: whoever asked for it decides what then. */
export class TeamsAdapter extends BotAdapter {
  readonly botkit_worker = SafeWorker
  readonly #cloud: CloudAdapter
  /** Blank in the Playground. */
  readonly #appId: string
  readonly #site: string

  constructor(cloud: CloudAdapter, settings: TeamsSettings, site: string) {
    super()
    this.#cloud = cloud
    this.#appId = settings.playground ? '' : settings.appId
    this.#site = site
  }

  async turn(said: Said, place: TeamsPlace, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const context = new TurnContext(this, activityOf(said))
    context.turnState.set(PLACE, place)
    await this.runMiddleware(context, logic)
  }

  async send(place: TeamsPlace, card: Card): Promise<string> {
    return this.sendRendered(place, renderAdaptiveCard(card, this.#site))
  }

  private async sendRendered({ serviceUrl, conversation, bot, user }: TeamsPlace, content: AdaptiveCard) {
    let id = ''
    const heard = { type: 'message', channelId: 'msteams', serviceUrl, conversation, recipient: bot, from: user }
    const reference = Activity.fromObject(heard).getConversationReference()
    const message = Activity.fromObject({
      type: 'message',
      summary: content.fallbackText.slice(0, 200),
      attachments: [{ contentType: CARD, content }],
    })
    await this.#cloud.continueConversation({ aud: this.#appId }, reference, async (context) => {
      id = (await context.sendActivity(message))?.id ?? ''
    })
    return id
  }

  async sendActivities({ turnState }: TurnContext, activities: Partial<Turned>[]): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = []
    for (const card of activities.flatMap((a) => cardsOf(a as Turned)))
      sent.push({ id: await this.send(turnState.get(PLACE), card) })
    return sent
  }

  async updateActivity(): Promise<void> {
    throw new Error('What Teams has shown is not changed from here.')
  }

  async deleteActivity(): Promise<void> {
    throw new Error('What Teams has shown is not taken back from here.')
  }

  async continueConversation(): Promise<void> {
    throw new Error('Nobody is written to in Teams before they write.')
  }
}
