import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder'
import { AppError } from '#core/errors.ts'
import { SafeWorker } from '../../kernel/safe-worker.ts'
import { activityOf, type Said } from '../../kernel/said.ts'
import { type Card, cardsOf, isAtOnce } from '../../replies/card.ts'
import type { Place } from '../../replies/place.ts'

/** The page introduces the companion and says who sees what, so the conversation needn't. */
export const ON_THE_WEB: Place = {
  name: 'the web',
  private: true,
  introduces: false,
  edits: false,
  sameNotebook: true,
  window: null,
  owners: null,
}

export interface Replied {
  cards: Card[]
  /** Something could not be done: whoever wrote should still have their words. */
  failed: boolean
}

const CARDS = 'cards'
const ON_CARD = 'on card'

/** The web chat: a message comes in with a request, and the replies leave with its response. */
export class WebAdapter extends BotAdapter {
  readonly botkit_worker = SafeWorker

  /** One turn; `onCard` is told what can be shown before it is over. An error becomes the last card, but for "signed-out": then the front server starts a notebook. */
  async turn(
    said: Said,
    logic: (context: TurnContext) => Promise<void>,
    sorry: (error: unknown) => Card,
    onCard: (card: Card) => void = () => {},
  ): Promise<Replied> {
    const context = new TurnContext(this, activityOf(said))
    const cards: Card[] = []
    context.turnState.set(CARDS, cards)
    context.turnState.set(ON_CARD, onCard)
    try {
      await this.runMiddleware(context, logic)
      return { cards, failed: cards.some((card) => card.tone === 'trouble') }
    } catch (error) {
      if (error instanceof AppError && error.kind === 'signed-out') throw error
      return { cards: [...cards, sorry(error)], failed: true }
    }
  }

  async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const cards: Card[] = context.turnState.get(CARDS)
    const onCard: (card: Card) => void = context.turnState.get(ON_CARD)
    return activities.map((activity) => {
      const own = cardsOf(activity as Activity)
      if (isAtOnce(activity)) own.forEach(onCard)
      return { id: String(cards.push(...own)) }
    })
  }

  async updateActivity(): Promise<void> {
    throw new Error('What a page has shown can’t be changed from here.')
  }

  async deleteActivity(): Promise<void> {
    throw new Error('What a page has shown can’t be taken back from here.')
  }

  async continueConversation(): Promise<void> {
    throw new Error('Nobody can be written to on the web before they write.')
  }
}
