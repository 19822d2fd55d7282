import { readKept } from '#bot/channels/web/kept-card.ts'
import { renderKept } from '#bot/channels/web/render-card.ts'
import { type Actor, isShared } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { keptNotice } from '../components/companion/kept-notice.ts'

/** The conversation on the web as it is kept, and as a page shows it. */
export interface KeptConversation {
  /** What is said now is kept too. */
  keeps: boolean
  /** Oldest first; `said` is null where the words aren't repeated. */
  turns: { said: string | null; saidAt: string; cards: object[] }[]
  html: string
  /** What is kept, in words, and the button that clears it, as HTML. */
  notice: string
}

/** Reads the actor's conversation for showing it again; without the turn that is shown beside it, where one is. */
export async function keptConversation(
  core: Core,
  actor: Actor,
  { beside, cleared = false }: { beside?: string | undefined; cleared?: boolean } = {},
): Promise<KeptConversation> {
  const { keeps, turns } = await core.myConversation(actor, {})
  const readable = turns.flatMap(({ id, said, saidAt, replies }) => {
    const cards = id === beside ? null : readKept(replies)
    return cards ? [{ said, saidAt, cards }] : []
  })
  const notice = keptNotice(keeps, { shared: isShared(actor), cleared })
  return { keeps, turns: readable, html: renderKept(readable).text, notice: notice.text }
}
