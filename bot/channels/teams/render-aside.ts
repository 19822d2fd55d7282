import type { Card } from '../../replies/card.ts'
import { type AdaptiveCard, adaptiveCard, bodyOf, type Execute, executed } from './render-adaptive-card.ts'

/** A reply that waits for one person. */
export interface Aside {
  id: string
  /** What Teams calls whoever asked: their program opens it by itself. */
  user: string
}

const opens = ({ id: aside }: Aside): Execute => ({
  type: 'Action.Execute',
  verb: 'show',
  title: 'Show me the reply',
  data: { aside },
  fallback: { type: 'Action.Submit', title: 'Show me the reply', data: { aside } },
})

/** What everybody sees: where the reply is to be had, and nothing of it. */
export function renderForAll(card: Card, site: string, aside: Aside): AdaptiveCard {
  const body = [...bodyOf(card, site), { type: 'ActionSet' as const, actions: [opens(aside)] }]
  return { ...adaptiveCard(body), refresh: refreshed(aside) }
}

/** What one person sees in its place. `shares`: they may show it to everybody. */
export function renderForOne(cards: Card[], site: string, aside: Aside, shares: boolean): AdaptiveCard {
  const share: Execute = {
    type: 'Action.Execute',
    verb: 'share',
    title: 'Share with everyone',
    data: { aside: aside.id },
  }
  const body = [
    ...cards.flatMap((card) => bodyOf(shares ? withNote(card) : card, site, executed)),
    ...(shares ? [{ type: 'ActionSet' as const, actions: [share] }] : []),
  ]
  return { ...adaptiveCard(body), refresh: refreshed(aside) }
}

const withNote = (card: Card): Card =>
  card.share ? { ...card, small: [...(card.small ?? []), card.share.note] } : card

/** What takes a card's place for whoever pressed it. */
export const renderInPlace = (cards: Card[], site: string): AdaptiveCard =>
  adaptiveCard(cards.flatMap((card) => bodyOf(card, site)))

const refreshed = (aside: Aside) => ({ action: opens(aside), userIds: [aside.user] })
