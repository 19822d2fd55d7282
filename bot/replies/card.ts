import type { Contact } from '#core/content/help.ts'
import type { SpokenOf } from '#core/standards/spoken-of.ts'

/** Words that somebody else wrote, a standard or the learner, with where they stand. */
export interface Quoted {
  /** A sentence that rests on the words, said before them. */
  said?: string
  /** Where in `text` the words stand that were cited: from `start` up to and without `end`. */
  marks?: { start: number; end: number }[]
  /** What the words complete, or answer. */
  leadIn: string | null
  text: string
  /** Points that the words go on to list. */
  parts: { label: string; text: string }[]
  /** Where the words stand; `href` leads there. */
  label: string
  href: string
  /** Of the group it stands in. */
  heading?: string | null
  /** What to know about the source. */
  status: string | null
}

/** Some words of others, cut where marks begin and end. One without marks is one piece. */
export function pieces(text: string, marks: { start: number; end: number }[]): { words: string; cited: boolean }[] {
  const edges = [0, ...marks.flatMap(({ start, end }) => [start, end]), text.length]
  return edges
    .slice(0, -1)
    .map((from, i) => ({ words: text.slice(from, edges[i + 1]), cited: i % 2 === 1 }))
    .filter(({ words }) => words !== '')
}

/** A mark as it stands once a quotation mark is put before the words. */
export const afterQuote = ({ start, end }: { start: number; end: number }) => ({ start: start + 1, end: end + 1 })

/** What the button of a choice says. */
export const labelOf = ({ say, label = say }: Choice): string => label.slice(0, 1).toUpperCase() + label.slice(1)

/** Something the learner may say next: pressed as a button, or typed. */
export interface Choice {
  say: string
  /** What the button says, when it isn't the same. */
  label?: string
  detail?: string
  /** Its words are ours alone: where a button sends back what it says, it may be one. */
  button?: true
}

/** A button that opens a window of a kind, about something. */
export interface WindowButton {
  kind: string
  about: string
  label: string
}

/** A reply, whatever the channel. Addresses that begin with a slash are places of this site. */
export interface Card {
  title?: string
  paragraphs: string[]
  contacts?: Contact[]
  quotes?: Quoted[]
  /** Said after the quotes. */
  after?: string[]
  choices?: Choice[]
  /** Texts for the reader to copy, and to send themselves. */
  copies?: { label: string; text: string }[]
  links?: { label: string; href: string }[]
  /** The last, small lines: who will see this. */
  small?: string[]
  /** What is spoken of: channels that can't remember it send it along with what is said next. */
  about?: SpokenOf
  /** The prompt that the choices are about: a channel with buttons sends it along with what is pressed. */
  delivery?: string
  /**
   * The clauses quoted here, where the rest holds nothing but our own sentences: whoever was shown this alone, in a channel,
   * may have these shown to everybody. `note` says what that does, where there is a button for it.
   */
  share?: { clauses: string[]; note: string }
  /** The clauses that came next, for whoever says in a channel that these aren't what they asked for. */
  others?: string[]
  /** A window that may be opened from here, and what its button says: `bot/windows.ts` has its kinds. */
  window?: WindowButton | WindowButton[]
  /** help: the fixed card for harm. perhaps: the lines before a reply that may not be needed. trouble: something could not be done. */
  tone?: 'help' | 'perhaps' | 'trouble'
  /** What stands for it when the conversation is shown again, where its words have a place of their own; null: the turn isn't kept. */
  later?: Card | null
  /** What it replies to isn't repeated beside it. */
  unsaid?: true
}

const TYPE = 'application/vnd.standpoint.card+json'

/** A card as a message of Botkit's. */
export const cardMessage = (card: Card) => ({ type: 'message', attachments: [{ contentType: TYPE, content: card }] })

/** The same for a card that is shown before the rest of the turn is there: only where the turn remembers nothing for a visitor. */
export const cardAtOnce = (card: Card) => ({ ...cardMessage(card), channelData: { atOnce: true } })
export const isAtOnce = ({ channelData }: { channelData?: { atOnce?: boolean } }): boolean =>
  channelData?.atOnce === true

/** The cards that a message of Botkit's carries. */
export const cardsOf = (message: { attachments?: { contentType: string; content?: unknown }[] }): Card[] =>
  (message.attachments ?? []).filter((a) => a.contentType === TYPE).map((a) => a.content as Card)
