import { z } from 'zod'
import type { Card, Choice } from '../../replies/card.ts'

const quoted = z.object({
  said: z.string().optional(),
  marks: z.array(z.object({ start: z.int(), end: z.int() })).optional(),
  leadIn: z.string().nullable(),
  text: z.string(),
  parts: z.array(z.object({ label: z.string(), text: z.string() })),
  label: z.string(),
  href: z.string(),
  heading: z.string().nullish(),
  status: z.string().nullable(),
})

/**
 * What is kept of a card: its words, letter for letter, and where they lead. What it would have said next for somebody is
 * gone, apart from the options of a question: pressed a week later, it might answer another one.
 */
const keptCard = z.object({
  title: z.string().optional(),
  paragraphs: z.array(z.string()),
  quotes: z.array(quoted).optional(),
  after: z.array(z.string()).optional(),
  choices: z
    .array(z.object({ say: z.string(), label: z.string().optional(), detail: z.string().optional() }))
    .optional(),
  links: z.array(z.object({ label: z.string(), href: z.string() })).optional(),
  small: z.array(z.string()).optional(),
  unsaid: z.literal(true).optional(),
})

/** It says more than its button would: a numbered option, or a clause with its heading. */
const isOption = ({ say, label, detail }: Choice): boolean =>
  detail !== undefined || (label?.startsWith(`${say}. `) ?? false)

const toKept = (card: Card): Card => keptCard.parse({ ...card, choices: card.choices?.filter(isOption) })

/** The cards of a turn as they may be kept; null where nothing of it may: it told of harm, or could not be done. */
export function keptCards(cards: Card[]): Card[] | null {
  if (cards.length === 0 || cards.some(({ tone, later }) => tone !== undefined || later === null)) return null
  return cards.map((card) => toKept(card.later ?? card))
}

/** Kept cards read back; null where they were kept in a shape that isn't ours any more. */
export const readKept = (replies: unknown[]): Card[] | null => z.array(keptCard).safeParse(replies).data ?? null
