import type { Help } from '#core/content/help.ts'
import type { Quote, StandardsAnswer } from '#core/standards/standards-answer.ts'
import type { Card, Quoted } from './card.ts'
import { harmCard } from './harm.ts'

/** What the standards say, as a card: the quotes as they are, and sentences from a fixed list around them. */
export function standardsCard(answer: StandardsAnswer, help: Help): Card {
  if (answer.kind === 'harm') return harmCard(help)
  const turnTo = answer.turnTo.length ? [`You could try: ${answer.turnTo.join('; ')}.`] : []
  return {
    paragraphs: answer.say,
    quotes: answer.quotes.map(toQuoted),
    after: [...(answer.note ? [answer.note] : []), ...turnTo],
    choices: [
      ...answer.choices.map(({ label, heading, ask }) => ({ say: ask ?? label, detail: heading })),
      ...(answer.hasMore ? [{ say: 'more', label: 'Show more' }] : []),
    ],
    ...(answer.context && { about: answer.context }),
    links: answer.offerHelp ? [{ label: 'Get help, if somebody is being harmed', href: '/help' }] : [],
  }
}

/** A standard's status is said once, under the last of its quotes. */
function toQuoted(quote: Quote, i: number, all: Quote[]): Quoted {
  const last = all[i + 1]?.standard !== quote.standard
  return {
    leadIn: quote.leadIn,
    text: quote.text,
    parts: quote.parts.map(({ label, text }) => ({ label, text })),
    label: quote.label,
    href: quote.path,
    heading: quote.heading,
    status: last ? `From “${quote.standardTitle}”. ${quote.statusNote}` : null,
  }
}
