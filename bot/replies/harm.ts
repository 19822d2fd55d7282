import { asksNothing } from '#core/content/asks-nothing.ts'
import type { Contact, Help, Nation } from '#core/content/help.ts'
import type { Card } from './card.ts'

export const SHOW_CONTACTS = 'show me who to contact'
export const SAVE_IT = 'save it as my answer'

const NUMBERS = { label: 'Numbers for England, Wales, Scotland and Northern Ireland', href: '/help' }
const NAMES: Record<Nation, string> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

/** The fixed card for possible harm: people's words from content/help.yaml, and nothing else is said or asked. */
export function harmCard(help: Help, { held = false, unsaved = false } = {}): Card {
  const { harmCard: words, danger, ukWide } = help
  return {
    tone: 'help',
    title: words.title,
    paragraphs: words.body,
    // Whoever has a number is here at once: nobody is asked where they live before they can call.
    contacts: [...danger, ...byNation(help).filter(({ tel }) => tel), ...ukWide],
    after: [
      ...(held ? ['I haven’t saved what you wrote as your answer. It isn’t lost: you can still save it.'] : []),
      ...(unsaved ? ['I haven’t saved what you wrote as your reply.'] : []),
    ],
    choices: [{ say: SHOW_CONTACTS, label: words.showContacts }, ...(held ? [{ say: SAVE_IT }] : [])],
    links: [NUMBERS],
    small: [words.carryOn],
  }
}

/**
 * A reply to what may tell of harm, and probably doesn't: first where to turn, in people's words from content/help.yaml; then
 * the reply, which asks nothing.
 */
export const withHelpFirst = (reply: Card, help: Help): Card[] => [
  {
    tone: 'perhaps',
    paragraphs: [help.perhapsHarm.words],
    choices: [{ say: SHOW_CONTACTS, label: help.harmCard.showContacts }],
    links: [NUMBERS],
    small: [help.perhapsHarm.carryOn],
  },
  { ...reply, paragraphs: asksNothing(reply.paragraphs), ...(reply.after && { after: asksNothing(reply.after) }) },
]

/** Everybody on the Get help page, and where to find the organisation's own contact. */
export function contactsCard(help: Help): Card {
  const { harmCard: words, danger, ukWide } = help
  return {
    tone: 'help',
    title: words.showContacts,
    paragraphs: [words.noLocalContact],
    contacts: [...danger, ...byNation(help), ...ukWide],
    links: [NUMBERS],
  }
}

const byNation = ({ nations }: Help): Contact[] =>
  Object.entries(nations).flatMap(([nation, list]) =>
    list.map((contact) => ({ ...contact, label: `${NAMES[nation as Nation]}: ${contact.label}` })),
  )
