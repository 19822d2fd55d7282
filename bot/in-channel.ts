import { VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { parseInput } from '#core/define.ts'
import { LIMITS, limitedText } from '#core/questions/part.ts'
import { ask, questionIn } from './features/ask.ts'
import { carryOn } from './features/carry-on.ts'
import { courtesy } from './features/courtesy.ts'
import type { Feature, Turn } from './features/feature.ts'
import { help } from './features/help.ts'
import { noWords } from './features/no-words.ts'
import { possibleHarm } from './features/possible-harm.ts'
import { stop } from './features/stop.ts'
import { whoToContact } from './features/who-to-contact.ts'
import type { Card } from './replies/card.ts'
import { inChannelCard, onlyYouSee, talkAloneCard } from './replies/in-channel.ts'
import type { Place } from './replies/place.ts'
import { standardsCards } from './replies/standards.ts'

/** What is said of harm is the same everywhere. */
const SAID_ANYWHERE = new Set<Feature>([possibleHarm, whoToContact])
const SMALL_TALK = new Set<Feature>([help, noWords, courtesy, carryOn])

export interface InChannel {
  /** They want to hear no more, which counts wherever it is said. */
  stops(text: string): boolean
  /** The reply to somebody who named the companion: for them alone. `ownChat` opens a direct message. */
  answer(text: string, ownChat: string | null): Promise<Card[]>
  /** What everybody is shown, once whoever was shown these clauses wants that. */
  share(clauses: string[]): Promise<Card[]>
}

/**
 * The companion where others read along. Whoever writes there is a visitor, whatever notebook they have: none is begun or
 * looked into, nothing is remembered from one message to the next, and no message is an answer to anything.
 */
export function inChannel(core: Core, features: Feature[], place: Place): InChannel {
  const turnOf = (text: string): Turn => ({
    core,
    actor: VISITOR,
    text: text.trim(),
    channel: 'slack',
    operation: '',
    place,
    conversation: '',
    waiting: null,
    dialogue: {},
  })
  return {
    stops: (text) => features.find((feature) => feature.hears(turnOf(text))) === stop,
    async answer(text, ownChat) {
      // Far longer ones would keep everybody waiting while they are read.
      const turn = turnOf(parseInput(limitedText(LIMITS.long), text))
      const heard = features.find((feature) => feature.hears(turn))
      if (heard && SAID_ANYWHERE.has(heard)) return [await heard.reply(turn)].flat()
      if (heard && SMALL_TALK.has(heard)) return [inChannelCard(ownChat)]
      if (heard !== ask) return [talkAloneCard(ownChat)]
      const answer = await core.askStandards(VISITOR, { question: questionIn(turn.text) })
      // Nothing is remembered that "more" could go on with.
      const cards = standardsCards({ ...answer, hasMore: false }, core.content.help)
      if (answer.kind === 'harm') return cards
      const clauses = answer.quotes.map((quote) => quote.clause)
      const share = clauses.length > 0 && !answer.perhapsHarm ? clauses : null
      return cards.map((card) => (card.tone === 'perhaps' ? card : onlyYouSee(card, share)))
    },
    async share(clauses) {
      return standardsCards(await core.quoteClauses(VISITOR, { clauses }), core.content.help)
    },
  }
}
