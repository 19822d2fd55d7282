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
import { inChannelCard, notHere, onlyYouSee, type Room, talkAloneCard } from './replies/in-channel.ts'
import { mayGoOn, standardsCards } from './replies/standards.ts'

/** What is said of harm is the same everywhere. */
const SAID_ANYWHERE = new Set<Feature>([possibleHarm, whoToContact])
const SMALL_TALK = new Set<Feature>([help, noWords, courtesy, carryOn])

export interface InChannel {
  /** They want to hear no more, which counts wherever it is said. */
  stops(text: string): boolean
  /** The reply to somebody who named the companion: for them alone. `ownChat` opens a chat with it that nobody else is in. */
  answer(text: string, ownChat: string | null): Promise<Card[]>
  /** For whoever was shown what they didn't ask for: the clauses that came next, and other ways to go on. */
  others(clauses: string[]): Promise<Card[]>
  /** What everybody is shown, once whoever was shown these clauses wants that. */
  share(clauses: string[]): Promise<Card[]>
}

/**
 * The companion where others read along. Whoever writes there is a visitor, whatever notebook they have: none is begun or
 * looked into, nothing is remembered from one message to the next, and no message is an answer to anything.
 */
export function inChannel(core: Core, features: Feature[], room: Room): InChannel {
  const turnOf = (text: string): Turn => ({
    core,
    actor: VISITOR,
    text: text.trim(),
    channel: room.channel,
    operation: '',
    place: room.place,
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
      if (heard && SMALL_TALK.has(heard)) return [inChannelCard(room, ownChat)]
      if (heard !== ask) return [talkAloneCard(room, ownChat)]
      const answer = await core.askStandards(VISITOR, { question: questionIn(turn.text) })
      // Nothing is remembered that "more" could go on with.
      const cards = standardsCards({ ...answer, hasMore: false }, core.content.help)
      if (answer.kind === 'harm') return cards
      const clauses = answer.quotes.map((quote) => quote.clause)
      const mayShare = clauses.length > 0 && !answer.perhapsHarm
      const others = answer.kind === 'answer' && mayGoOn(answer) ? (answer.context?.rest ?? []) : undefined
      const shown = { ...(mayShare && { share: clauses }), ...(others && { others }) }
      return cards.map((card) => (card.tone === 'perhaps' ? card : onlyYouSee(room, card, shown)))
    },
    async others(clauses) {
      const context = { clauses: [], rest: clauses, facts: [], standards: [] }
      const answer = await core.otherClauses(VISITOR, { context })
      const share = answer.quotes.map((quote) => quote.clause)
      const others = share.length > 0 ? (answer.context?.rest ?? []) : undefined
      const shown = { ...(share.length > 0 && { share }), ...(others && { others }) }
      return standardsCards(answer, core.content.help).map((card) => onlyYouSee(room, notHere(room, card), shown))
    },
    async share(clauses) {
      return standardsCards(await core.quoteClauses(VISITOR, { clauses }), core.content.help)
    },
  }
}
