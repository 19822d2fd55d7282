import type { TurnContext } from 'botbuilder'
import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Said } from '../../kernel/said.ts'
import type { Card } from '../../replies/card.ts'
import { WebAdapter } from '../web/web-adapter.ts'
import type { AdaptiveCard } from './render-adaptive-card.ts'
import { renderInPlace } from './render-aside.ts'

interface Parts {
  core: Pick<Core, 'waitingPrompt'>
  site: string
  logic(context: TurnContext): Promise<void>
  sorry(error: unknown): Card
}

/** With a reply in request and response, a press is a turn as on the web. */
const inPlace = new WebAdapter()

/**
 * What takes the place of a card in somebody's own chat when they press a button of it: its words without buttons, and what
 * is so now. A prompt that is to be answered can still be skipped.
 */
export async function pressAlone({ core, site, logic, sorry }: Parts, said: Said): Promise<AdaptiveCard> {
  const delivery = said.pressed
  const before = delivery ? await core.waitingPrompt(said.actor as Actor, { delivery }) : null
  const { cards } = await inPlace.turn(said, logic, sorry)
  const after = delivery ? await core.waitingPrompt(said.actor as Actor, { delivery }) : null
  const words = before?.text && !cards.some(({ paragraphs }) => paragraphs.includes(before.text ?? ''))
  return renderInPlace(
    [
      ...(words ? [{ paragraphs: [before.text ?? ''] }] : []),
      ...cards.map((card) => (after && delivery && card.choices?.length ? { ...card, delivery } : card)),
    ],
    site,
  )
}
