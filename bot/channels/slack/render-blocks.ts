import type { types } from '@slack/bolt'
import type { Contact } from '#core/content/help.ts'
import {
  afterQuote,
  type Card,
  type Choice,
  labelOf,
  pieces,
  type Quoted,
  type WindowButton,
} from '../../replies/card.ts'
import { escaped } from './plain-text.ts'

type RichTextBlock = types.RichTextBlock
type ActionsBlock = types.ActionsBlock
type RichTextBlockElement = types.RichTextBlockElement
type RichTextElement = types.RichTextElement
type HomeView = types.HomeView

interface Where {
  root?: string
  home?: number
}

export interface SlackBody {
  /** The same words without form, for notifications and screen readers. */
  text: string
  blocks: [RichTextBlock, ...ActionsBlock[]]
}

/**
 * A card as rich text: what stands in it is shown letter for letter, where Slack's mark-up would make bold and links of
 * asterisks and brackets in people's words. `site` is the public address, which places of the site are completed with.
 * `root` is the thread that what one person alone was shown may be shared in, or "here" for the channel itself; `home` is which card of a page this is.
 */
export function renderBlocks(card: Card, site: string, { root, home }: Where = {}): SlackBody {
  const {
    title,
    paragraphs,
    contacts = [],
    quotes = [],
    copies = [],
    after = [],
    choices: all = [],
    links = [],
    small = [],
    delivery,
    share,
    others,
    window,
  } = card
  const mayPress = !delivery && home === undefined && !share
  const pressed = mayPress ? all.filter(({ button }) => button) : []
  const choices = mayPress ? all.filter(({ button }) => !button) : all
  const elements: RichTextBlockElement[] = [
    ...(title ? [section([bold(title)])] : []),
    ...paragraphs.map(plain),
    ...(contacts.length ? [list(contacts.map(contact))] : []),
    ...quotes.flatMap((quote) => quoted(quote, site)),
    ...copies.flatMap(copy),
    ...after.map(plain),
    ...(choices.length && !delivery && home === undefined
      ? [section([text('You can write:')]), list(choices.map(choice))]
      : []),
    ...links.map(({ label, href }) => section([{ type: 'link', url: addressOf(href, site), text: label }])),
    ...[...small, ...(share && root ? [share.note] : [])].map((words) =>
      section([{ type: 'text', text: words, style: { italic: true } }]),
    ),
  ]
  return {
    text: escaped(elements.map(wordsOf).join('\n')),
    blocks: [
      { type: 'rich_text', elements },
      ...(delivery ? [buttons(choices, 'prompt', (say) => `${delivery} ${say}`)] : []),
      ...(home !== undefined && choices.length ? [buttons(choices, `home-${home}`, (say) => say)] : []),
      ...(pressed.length ? [buttons(pressed, 'say', (say) => say)] : []),
      ...(window ? [windowButtons([window].flat())] : []),
      ...(root && (share || others) ? [inChannelButtons(root, { share, others })] : []),
    ],
  }
}

/** Places of this site begin with a slash. */
const addressOf = (href: string, site: string): string => (href.startsWith('/') ? site + href : href)

/** It comes back with ids only: no word that anybody wrote goes from one person's view to everybody's. */
const inChannelButtons = (root: string, { share, others }: Pick<Card, 'share' | 'others'>): ActionsBlock => {
  const button = (action_id: string, words: string, clauses: string[]) => ({
    type: 'button' as const,
    action_id,
    text: { type: 'plain_text' as const, text: words },
    value: [root, ...clauses.slice(0, 30)].join(' '),
  })
  return {
    type: 'actions',
    elements: [
      ...(share ? [button('share', 'Share with everyone', share.clauses)] : []),
      ...(others ? [button('others', 'Not what I asked', others)] : []),
    ],
  }
}

const windowButtons = (windows: WindowButton[]): ActionsBlock => ({
  type: 'actions',
  elements: windows.map(({ kind, about, label }, i) => ({
    type: 'button',
    // In one row no two have the same name.
    action_id: i === 0 ? 'window' : `window-${i}`,
    text: { type: 'plain_text', text: label },
    value: `${kind} ${about}`,
  })),
})

/** What is pressed comes back as its value: under a prompt, which one, and then what the press says. */
const buttons = (choices: Choice[], id: string, pressOf: (say: string) => string): ActionsBlock => ({
  type: 'actions',
  elements: choices.map((choice, i) => ({
    type: 'button',
    action_id: `${id}-${i}`,
    text: { type: 'plain_text', text: labelOf(choice) },
    value: pressOf(choice.say),
  })),
})

/** Cards as somebody's page in Slack; `channel` is their direct message, where what they press is said. */
export const renderHome = (cards: Card[], site: string, channel: string): HomeView => ({
  type: 'home',
  private_metadata: channel,
  blocks: cards.flatMap((card, home) => [
    ...(home > 0 ? [{ type: 'divider' as const }] : []),
    ...renderBlocks(card, site, { home }).blocks,
  ]),
})

const text = (words: string): RichTextElement => ({ type: 'text', text: words })
const bold = (words: string): RichTextElement => ({ type: 'text', text: words, style: { bold: true } })
const section = (elements: RichTextElement[]) => ({ type: 'rich_text_section' as const, elements })
const plain = (words: string) => section([text(words)])
const list = (items: RichTextElement[][]): RichTextBlockElement => ({
  type: 'rich_text_list',
  style: 'bullet',
  elements: items.map(section),
})

const contact = ({ label, tel, note }: Contact): RichTextElement[] => [
  text(`${label}: `),
  ...(tel ? [bold(tel)] : []),
  ...(note ? [text(tel ? ` (${note})` : note)] : []),
]

const choice = ({ say, label, detail }: Choice): RichTextElement[] => {
  const more = detail ?? (label && label.toLowerCase() !== say.toLowerCase() ? label.replace(`${say}. `, '') : null)
  return [bold(say), ...(more ? [text(`: ${more}`)] : [])]
}

const quoted = (
  { said, leadIn, text: words, marks = [], parts, label, href, heading, status }: Quoted,
  site: string,
): RichTextBlockElement[] => [
  ...(said ? [plain(said)] : []),
  ...(leadIn ? [plain(leadIn)] : []),
  {
    type: 'rich_text_quote',
    elements: [
      ...pieces(`“${words}”\n`, marks.map(afterQuote)).map((p) => (p.cited ? bold(p.words) : text(p.words))),
      { type: 'link', url: site + href, text: label },
      ...(heading ? [text(` (${heading})`)] : []),
    ],
  },
  ...(parts.length ? [list(parts.map((p) => [text(`“${p.text}” `), text(p.label)]))] : []),
  ...(status ? [plain(status)] : []),
]

/** Letter for letter in a block of its own, as Slack copies it. */
const copy = ({ label, text: words }: NonNullable<Card['copies']>[number]): RichTextBlockElement[] => [
  section([bold(label)]),
  { type: 'rich_text_preformatted', elements: [{ type: 'text', text: words }] },
]

function wordsOf(element: RichTextBlockElement): string {
  if (element.type === 'rich_text_list') return element.elements.map((item) => `• ${inline(item.elements)}`).join('\n')
  return inline(element.elements as RichTextElement[])
}

const inline = (elements: RichTextElement[]): string =>
  elements.map((e) => (e.type === 'link' ? `${e.text ?? ''} ${e.url}` : e.type === 'text' ? e.text : '')).join('')
