import { z } from 'zod'

/** A place to turn to. Digits and spaces as printed; a page makes the link to call. */
export const contact = z.strictObject({
  label: z.string().min(1),
  tel: z
    .string()
    .regex(/^[0-9 ]+$/)
    .optional(),
  note: z.string().min(1).optional(),
})
export type Contact = z.infer<typeof contact>

export const NATIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const
export type Nation = (typeof NATIONS)[number]

/** The card the companion shows when a message may tell of harm. Written by people, never generated. */
const harmCard = z.strictObject({
  title: z.string().min(1),
  body: z.array(z.string().min(1)).min(1),
  /** The button that leads to the organisation's own safeguarding contact. */
  showContacts: z.string().min(1),
  /** Said where nobody has entered that contact yet. */
  noLocalContact: z.string().min(1),
  carryOn: z.string().min(1),
})

/** The lines that come before a reply when a message may tell of harm and probably doesn't. */
const perhapsHarm = z.strictObject({
  /** Where to turn, in a sentence or two that ask nothing. */
  words: z.string().regex(/999[^?]*$/, '999 is expected, and no question'),
  carryOn: z.string().min(1),
})

/** `content/help.yaml`: the Get help card, the note before private questions, and what is said of possible harm. */
export const help = z.strictObject({
  careNote: z.string().min(1),
  danger: z.array(contact).min(1),
  nations: z.record(z.enum(NATIONS), z.array(contact).min(1)),
  ukWide: z.array(contact).min(1),
  harmCard,
  perhapsHarm,
})
export type Help = z.infer<typeof help>
