import type { Contact } from '#core/content/help.ts'
import { afterQuote, type Card, type Choice, labelOf, pieces, type Quoted } from '../../replies/card.ts'

interface TextRun {
  type: 'TextRun'
  text: string
  weight?: 'Bolder'
  italic?: true
  isSubtle?: true
  selectAction?: { type: 'Action.OpenUrl'; url: string }
}
interface RichTextBlock {
  type: 'RichTextBlock'
  inlines: TextRun[]
}
interface Container {
  type: 'Container'
  style: 'emphasis'
  items: RichTextBlock[]
}
/** What a press sends: what it says, and the prompt that it is about; or which reply to somebody alone it opens or shares. */
type Pressed = { say: string; delivery?: string } | { aside: string }
interface Submit {
  type: 'Action.Submit'
  title: string
  data: Pressed
}
/** Answered with a card that takes this one's place. Programs that don't know it do what `fallback` says. */
export interface Execute {
  type: 'Action.Execute'
  verb: 'say' | 'show' | 'share'
  title: string
  data: Pressed
  fallback?: Submit
}
export interface ActionSet {
  type: 'ActionSet'
  actions: (Submit | Execute)[]
}
export interface AdaptiveCard {
  type: 'AdaptiveCard'
  version: '1.5'
  fallbackText: string
  body: (RichTextBlock | Container | ActionSet)[]
  /** What these people's programs do by themselves when they show it. */
  refresh?: { action: Execute; userIds: string[] }
  /** As wide as the chat: clauses are long. */
  msteams: { width: 'Full' }
}

/**
 * A card as an Adaptive Card. Runs of rich text are shown letter for letter, where text blocks would make bold and links
 * of asterisks and brackets in people's words. A press says its words; under a prompt, its reply takes the card's place.
 * `site` is the public address, which places of the site are completed with.
 */
export const renderAdaptiveCard = (card: Card, site: string): AdaptiveCard => adaptiveCard(bodyOf(card, site))

export const adaptiveCard = (body: AdaptiveCard['body']): AdaptiveCard => ({
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: wordsOf(body),
  body,
  msteams: { width: 'Full' },
})

type Button = (title: string, data: Pressed) => Submit | Execute
const said: Button = (title, data) => ({ type: 'Action.Submit', title, data })
export const executed: Button = (title, data) => ({ type: 'Action.Execute', verb: 'say', title, data })
const executedOrSaid: Button = (title, data) => ({
  type: 'Action.Execute',
  verb: 'say',
  title,
  data,
  fallback: { type: 'Action.Submit', title, data },
})

/** The parts of a card, with buttons of a kind. */
export function bodyOf(
  card: Card,
  site: string,
  button: Button = card.delivery ? executedOrSaid : said,
): AdaptiveCard['body'] {
  const {
    title,
    paragraphs,
    contacts = [],
    quotes = [],
    copies = [],
    after = [],
    choices = [],
    links = [],
    small = [],
    delivery,
  } = card
  return [
    ...(title ? [block([bold(title)])] : []),
    ...paragraphs.map(plain),
    ...contacts.map((c) => block(contact(c))),
    ...quotes.flatMap((quote) => quoted(quote, site)),
    ...copies.flatMap(copy),
    ...after.map(plain),
    ...choices.filter(({ detail }) => detail).map((c) => block([bold(`${labelOf(c)}: `), run(c.detail)])),
    ...(choices.length ? [buttons(choices, delivery, button)] : []),
    ...links.map(({ label, href }) => block([link(label, href.startsWith('/') ? site + href : href)])),
    ...small.map((words) => block([{ ...run(words), italic: true, isSubtle: true }])),
  ]
}

/** The same words without form, for notifications and clients that show no cards. */
const wordsOf = (body: AdaptiveCard['body']): string =>
  body
    .flatMap((part) => {
      if (part.type === 'Container') return [wordsOf(part.items)]
      if (part.type === 'ActionSet')
        return part.actions.map(({ data, title }) => `• ${'say' in data ? data.say : title}`)
      return [
        part.inlines.map(({ text, selectAction }) => text + (selectAction ? ` ${selectAction.url}` : '')).join(''),
      ]
    })
    .join('\n')

const run = (text = ''): TextRun => ({ type: 'TextRun', text })
const bold = (text: string): TextRun => ({ ...run(text), weight: 'Bolder' })
const link = (text: string, url: string): TextRun => ({ ...run(text), selectAction: { type: 'Action.OpenUrl', url } })
const block = (inlines: TextRun[]): RichTextBlock => ({ type: 'RichTextBlock', inlines })
const plain = (words: string): RichTextBlock => block([run(words)])

const contact = ({ label, tel, note }: Contact): TextRun[] => [
  run(`${label}: `),
  ...(tel ? [link(tel, `tel:${tel.replaceAll(' ', '')}`)] : []),
  ...(note ? [run(tel ? ` (${note})` : note)] : []),
]

const copy = ({ label, text }: NonNullable<Card['copies']>[number]): (RichTextBlock | Container)[] => [
  block([bold(label)]),
  { type: 'Container', style: 'emphasis', items: text.split('\n\n').map(plain) },
]

const buttons = (choices: Choice[], delivery: string | undefined, button: Button): ActionSet => ({
  type: 'ActionSet',
  actions: choices.map((choice) => button(labelOf(choice), { say: choice.say, ...(delivery && { delivery }) })),
})

function quoted(
  { said, leadIn, text, marks = [], parts, label, href, heading, status }: Quoted,
  site: string,
): (RichTextBlock | Container)[] {
  const words = pieces(`“${text}”`, marks.map(afterQuote)).map((p) => (p.cited ? bold(p.words) : run(p.words)))
  const items = [
    ...(leadIn ? [plain(leadIn)] : []),
    block(words),
    ...parts.map((p) => block([run(`• “${p.text}” `), run(p.label)])),
    block([link(label, site + href), ...(heading ? [run(` (${heading})`)] : [])]),
  ]
  return [
    ...(said ? [plain(said)] : []),
    { type: 'Container', style: 'emphasis', items },
    ...(status ? [plain(status)] : []),
  ]
}
