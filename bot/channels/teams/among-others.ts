import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { TeamsSettings } from '#core/config.ts'
import { nameOf } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import type { InGroup } from '../../in-group.ts'
import type { Card } from '../../replies/card.ts'
import { askerOf, placeOf } from './names.ts'
import type { Press, TeamsMessage } from './read-activity.ts'
import type { AdaptiveCard } from './render-adaptive-card.ts'
import { renderForAll, renderForOne, renderInPlace } from './render-aside.ts'
import type { TeamsAdapter } from './teams-adapter.ts'

export interface Parts {
  core: Pick<Core, 'claimEvent' | 'keepAside' | 'readAside' | 'forgetAsides'>
  settings: TeamsSettings
  adapter: TeamsAdapter
  group: InGroup
  sorry(error: unknown): Card
  log: Log
}

/** Who sees it was said there, and has changed. */
const withoutSmall = ({ small: _small, ...card }: Card): Card => card

/** Nobody's name goes with what everybody gets. */
const forAll = ({ chat }: TeamsMessage) => ({ ...chat, user: null })

/**
 * The companion in group chats and channels. Teams has no message that one person alone sees, but a card that each person's
 * own program may be given another of. So everybody gets the same card, whatever was said, and whoever asked gets the reply
 * in its place.
 */
export function amongOthers(parts: Parts) {
  const { core, settings, adapter, group, sorry, log } = parts
  const { site } = adapter
  const ownChat = settings.playground ? null : `https://teams.microsoft.com/l/chat/0/0?users=28:${settings.appId}`

  const trying = (sends: Promise<unknown>) =>
    sends.catch((failed: Error) => log('teams-send-failed', { name: nameOf(failed) }))
  const notTheirs = () => renderInPlace([group.notYours(ownChat)], site)

  /** The replies to whoever asked, kept for them; and the card for their eyes. */
  async function replyTo(message: TeamsMessage, said: string) {
    const replies = await group.answer(said, ownChat).catch((error: unknown) => [sorry(error)])
    const kept = { ...askerOf(message), replies }
    const { id } = await core.keepAside(SYSTEM, kept as unknown as Parameters<Core['keepAside']>[1])
    return { aside: { id, user: message.chat.user }, replies }
  }

  /** Shows everybody the clauses, made anew and in nobody's name; gives what whoever shared them is told. */
  async function share(message: TeamsMessage, aside: string, clauses: string[]): Promise<Card> {
    // However often it is pressed, and by whatever message it comes, it is shown once.
    if (!(await core.claimEvent(SYSTEM, { id: `teams-share:${aside}` }))) return group.notes.shared
    try {
      for (const card of await group.share(clauses)) await adapter.send(forAll(message), card)
      return group.notes.shared
    } catch (error) {
      log('teams-send-failed', { name: nameOf(error) })
      return group.notes.notShared
    }
  }

  return {
    /** Somebody named it. What they said decides nothing about what everybody sees. */
    async answer(message: TeamsMessage): Promise<void> {
      if (group.stops(message.text)) await core.forgetAsides(SYSTEM, askerOf(message))
      const { aside } = await replyTo(message, message.text)
      const card = renderForAll(group.forAll(ownChat), site, aside)
      await trying(adapter.sendRendered(forAll(message), card))
    },
    /** The card that takes the place of the one that somebody pressed, for them alone. */
    async press(message: TeamsMessage, press: Press): Promise<AdaptiveCard> {
      if (press.verb === 'say') {
        const { aside, replies } = await replyTo(message, press.data.say)
        return forOne(replies, aside)
      }
      const aside = { id: press.data.aside, user: message.chat.user }
      const replies = (await core.readAside(SYSTEM, { ...askerOf(message), id: aside.id })) as unknown as Card[] | null
      if (!replies) return notTheirs()
      const clauses = replies.flatMap((card) => card.share?.clauses ?? [])
      if (press.verb === 'show' || clauses.length === 0) return forOne(replies, aside)
      const note = await share(message, aside.id, clauses)
      return renderForOne([...replies.map(withoutSmall), note], site, aside, false)
    },
    /** A program that can't do that. */
    oldPress: (message: TeamsMessage) => trying(adapter.send(forAll(message), group.tooOld(ownChat))),
    /** It was put in among others: said once for each place. */
    async greet(message: TeamsMessage): Promise<void> {
      if (await core.claimEvent(SYSTEM, { id: `teams-arrived:${placeOf(message)}` }))
        await trying(adapter.send(forAll(message), group.arrived(ownChat)))
    },
  }

  function forOne(replies: Card[], aside: { id: string; user: string }): AdaptiveCard {
    const shares = replies.some((card) => card.share)
    return renderForOne([...replies, group.notes.waits], site, aside, shares)
  }
}
